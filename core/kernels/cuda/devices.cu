// LibTorch's stream and library, and CUDA's list of devices.
#include <dlfcn.h>

#include <c10/cuda/CUDAException.h>
#include <c10/cuda/CUDAStream.h>

#include "core/kernels/cuda/launch.h"

namespace lift::cuda {

Stream current_stream() { return c10::cuda::getCurrentCUDAStream().stream(); }

void check_started() { C10_CUDA_CHECK(cudaGetLastError()); }

std::vector<std::string> device_names(std::string& why) {
  int count = 0;
  const cudaError_t status = cudaGetDeviceCount(&count);
  if (status != cudaSuccess) {
    why = cudaGetErrorString(status);
    (void)cudaGetLastError();   // it would be reported by the next call otherwise
    return {};
  }
  std::vector<std::string> names;
  for (int index = 0; index < count; ++index) {
    cudaDeviceProp properties{};
    names.emplace_back(cudaGetDeviceProperties(&properties, index) == cudaSuccess ? properties.name : "CUDA device");
  }
  if (names.empty()) why = "the driver lists none";
  return names;
}

bool open_library(std::string& why) {
  // It stays open: the kernels that it registers with LibTorch are used until the program ends.
  if (dlopen("libtorch_cuda.so", RTLD_NOW | RTLD_GLOBAL)) return true;
  why = dlerror();
  return false;
}

}  // namespace lift::cuda
