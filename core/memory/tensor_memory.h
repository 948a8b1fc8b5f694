#pragma once
// LibTorch's memory for large tensors on the CPU: pages that stay between the layers of a pass (page_arena.h), where
// the heap would take every such block from the system and give it back at once, and each of its pages would come again
// by a fault. Does nothing in the sanitizer builds, which watch every block themselves. Private to core/memory.
// Tensor-free. Thread: any.

namespace lift {

// From here on, for every new tensor of the program: before the first one, from main's thread alone.
void keep_tensor_pages();
// Gives to the system what no tensor lies in.
void release_tensor_memory();

}   // namespace lift
