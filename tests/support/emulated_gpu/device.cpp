// What core/kernels/cuda/devices.cu asks of CUDA, answered by the emulated device.
#include "core/kernels/cuda/launch.h"
#include "tests/support/emulated_gpu/memory.h"

namespace lift::cuda {

Stream current_stream() { return nullptr; }

void check_started() {}

std::vector<std::string> device_names(std::string&) { return {"emulated GPU"}; }

bool open_library(std::string&) { return true; }

std::int64_t free_memory(int) { return static_cast<std::int64_t>(test::gpu::memory_bytes()); }

}   // namespace lift::cuda
