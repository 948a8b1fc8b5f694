#pragma once
// The memory of the emulated device. A tensor's address lies in pages that nobody may touch; its values lie as far into
// other pages, where kernels and LibTorch's operations find them.
#include <cstddef>

namespace lift::test::gpu {

void* allocate(std::size_t bytes);   // filled with NaN, whatever the dtype
void release(void* address);
bool is_address(const void* pointer);
std::size_t bytes_in_use();
std::size_t memory_bytes();   // in all

void* values_at(const void* address);
void* address_of(const void* values);

}   // namespace lift::test::gpu
