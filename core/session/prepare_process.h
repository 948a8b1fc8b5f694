#pragma once
// What a program that trains sets once for the whole process. Tensor-free.
#include "core/base/result.h"

namespace lift {

// The first thing in main(): memory of freed tensors stays for the next step, and the caches of prepared products are
// short. Without it everything gives the same numbers, slower and with more memory. LIFT_CPU is passed on to LibTorch's
// libraries (cpu_limit.h); InvalidArgument where it is no level. Thread: main's, while it is alone.
Status prepare_process();

}   // namespace lift
