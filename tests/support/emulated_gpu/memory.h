#pragma once
// The emulated device's memory. A tensor's address is in pages that can't be accessed; its values have the same offset
// in other pages, where kernels and LibTorch's operations find them.
#include <cstddef>

namespace lift::test::gpu {

void* allocate(std::size_t bytes);   // filled with NaN for any dtype
void release(void* address);
bool is_address(const void* pointer);
std::size_t bytes_in_use();
std::size_t memory_bytes();   // total size

void* values_at(const void* address);
void* address_of(const void* values);

}   // namespace lift::test::gpu
