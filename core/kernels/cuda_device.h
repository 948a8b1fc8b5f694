#pragma once
// Whether this program can use a GPU, and if not, why. LibTorch's CUDA library (gigabytes) is not linked but loaded at
// run time where there is a GPU, so that one program runs on machines with and without. Tensor-free. Used by session/.
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/device.h"
#include "core/base/result.h"

namespace lift {

struct CudaState {
  std::vector<std::string> names;   // of the GPUs, by index
  Sentence absence;                 // why no GPU can be used, one sentence; empty if one can
};

// The first call looks for GPUs and loads the library: make it before the first tensor on a GPU.
const CudaState& cuda_state();

// Errors: Unsupported, with the reason, for a GPU that this program can't use.
Status check_device(Device device);

// Free memory of a GPU in bytes, including what this program has reserved but not in use; 0 where there is no GPU.
std::int64_t free_device_memory(Device device);

}   // namespace lift
