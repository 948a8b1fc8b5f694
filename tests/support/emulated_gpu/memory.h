#pragma once
// The memory of the emulated device: pages that only kernels and LibTorch's operations may touch.
#include <cstddef>

namespace lift::test::gpu {

void* allocate(std::size_t bytes);   // filled with NaN, whatever the dtype
void release(void* memory);
bool is_device_memory(const void* memory);
std::size_t bytes_in_use();

// The pages are open while one of these lives.
class Access {
 public:
  Access();
  ~Access();
  Access(const Access&) = delete;
  Access& operator=(const Access&) = delete;
};

}  // namespace lift::test::gpu
