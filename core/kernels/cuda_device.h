#pragma once
// Whether this program can use a GPU, and why not. LibTorch's CUDA library, with its gigabytes, is not linked but
// opened where there is a GPU: one program starts on machines with and without. Tensor-free. Used by session/.
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/device.h"
#include "core/base/result.h"

namespace lift {

struct CudaState {
  std::vector<std::string> names;   // of the GPUs, by index
  Sentence absence;                 // why there is none, one sentence; empty where there is one
};

// Looks once, at the first call, and opens the library then: before the first tensor on a GPU is made.
const CudaState& cuda_state();

// Errors: Unsupported, saying why, for a GPU that this program cannot use.
Status check_device(Device device);

// Of a GPU, in bytes: what is free now, what this program holds already not counted against it. 0 where there is none.
std::int64_t free_device_memory(Device device);

}   // namespace lift
