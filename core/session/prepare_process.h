#pragma once
// Process-wide settings of a program that trains. Tensor-free.
#include "core/base/result.h"

namespace lift {

// Call it first in main(). Keeps the memory of freed tensors for the next step, and the caches of prepared products
// small; without it results are the same, but slower and with more memory. Passes LIFT_CPU on to LibTorch's libraries
// (cpu_limit.h). Errors: InvalidArgument when LIFT_CPU is no level. Thread: main's, before others start.
Status prepare_process();

}   // namespace lift
