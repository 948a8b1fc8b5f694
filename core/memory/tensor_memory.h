#pragma once
// LibTorch's allocator for large CPU tensors; keeps pages between the layers of a pass (page_arena.h). The heap would
// return each such block to the system and fetch it again, with a page fault for every page. Does nothing in sanitizer
// builds, which must see every block. Private to core/memory.
// Tensor-free. Thread: any.

namespace lift {

// Installs it for all tensors made from now on. Call before the first tensor, while only main's thread runs.
void keep_tensor_pages();
// Returns the memory of freed tensors to the system.
void release_tensor_memory();

}   // namespace lift
