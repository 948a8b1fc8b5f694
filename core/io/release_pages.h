#pragma once
// Gives the memory of mapped pages back to the system. Used where a file larger than memory is read once. Tensor-free.
// Thread: any; others may read the pages meanwhile.
#include <cstddef>
#include <span>

namespace lift {

// `pages` must be mapped from a file for reading (MappedFile::open): they are read again from the file when they are
// touched. Memory that no file stands behind would lose its content.
void release_pages(std::span<const std::byte> pages);

}   // namespace lift
