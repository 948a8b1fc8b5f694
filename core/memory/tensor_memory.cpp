#include "core/memory/tensor_memory.h"

#ifdef LIFT_OWN_HEAP
#include <c10/core/CPUAllocator.h>

#include "core/memory/page_arena.h"
#endif

namespace lift {

#ifdef LIFT_OWN_HEAP

namespace {

// Where mimalloc begins to give a block whole pages of its own. From 1 MiB on, a run leaves 30 to 50 MiB more.
constexpr std::size_t kLarge = std::size_t{128} << 10;
constexpr std::size_t kRegion = std::size_t{16} << 30;

PageArena& arena() {
  static PageArena& whole_program = *new PageArena(kRegion);   // outlives tensors that are freed at the very end
  return whole_program;
}

c10::Allocator& heap() { return *c10::GetDefaultCPUAllocator(); }

void give_back(void* block) {
  if (!arena().give_back(block)) heap().raw_deallocate(block);
}

class TensorAllocator final : public c10::Allocator {
 public:
  c10::DataPtr allocate(std::size_t bytes) override {
    void* block = bytes >= kLarge ? arena().take(bytes) : nullptr;
    if (!block) return heap().allocate(bytes);
    return {block, block, &give_back, c10::Device(c10::DeviceType::CPU)};
  }
  c10::DeleterFnPtr raw_deleter() const override { return &give_back; }
  void copy_data(void* to, const void* from, std::size_t bytes) const override { default_copy_data(to, from, bytes); }
};

}   // namespace

void keep_tensor_pages() {
  static TensorAllocator allocator;
  c10::SetCPUAllocator(&allocator);
}

void release_tensor_memory() { arena().release(); }

#else

void keep_tensor_pages() {}
void release_tensor_memory() {}

#endif

}   // namespace lift
