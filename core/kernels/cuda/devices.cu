// LibTorch's stream and library, and CUDA's list of devices.
#include <dlfcn.h>

#include <c10/cuda/CUDACachingAllocator.h>
#include <c10/cuda/CUDAException.h>
#include <c10/cuda/CUDAGuard.h>
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

std::int64_t free_memory(int index) {
  const c10::cuda::CUDAGuard guard(static_cast<c10::DeviceIndex>(index));
  std::size_t free = 0, total = 0;
  if (cudaMemGetInfo(&free, &total) != cudaSuccess) {
    (void)cudaGetLastError();
    return 0;
  }
  // LibTorch keeps what was freed: it counts as free, and so does what an open model takes.
  namespace caching = c10::cuda::CUDACachingAllocator;
  if (!caching::get()->initialized()) return static_cast<std::int64_t>(free);
  constexpr auto kAll = static_cast<std::size_t>(c10::CachingAllocator::StatType::AGGREGATE);
  const auto stats = caching::getDeviceStats(static_cast<c10::DeviceIndex>(index));
  return static_cast<std::int64_t>(free) + stats.reserved_bytes[kAll].current;
}

}   // namespace lift::cuda
