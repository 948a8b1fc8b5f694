#pragma once
// Allocates pages for large blocks that each layer of a pass allocates and frees, faster than the system: a freed block
// stays resident, merges with free neighbours and is reused for the next block that fits. Used by tensor_memory.
// Tensor-free. Thread: any. Private to core/memory.
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace lift {

class PageArena {
 public:
  static constexpr std::size_t kPage = 4096;
  static constexpr std::size_t kFrame = std::size_t{2}
                                        << 20;   // a huge page on x86-64 and AArch64; release() returns these

  // Reserves address space in regions of `region_bytes`, a multiple of kFrame. It takes no memory until it is written
  // to.
  explicit PageArena(std::size_t region_bytes);
  ~PageArena();   // every block must have been given back before
  PageArena(const PageArena&) = delete;
  PageArena& operator=(const PageArena&) = delete;

  // `bytes` (> 0) rounded up to pages, at a multiple of kPage, contents undefined. Takes the lowest free place, so that
  // blocks stay together and merge. nullptr if the system gives no address space.
  void* take(std::size_t bytes);
  // Frees a block. Returns false, and does nothing, if take() did not return it.
  bool give_back(void* block);
  // Returns to the system every frame without a block, and the address space of regions without one. Returns the number
  // of bytes that may have been resident.
  std::size_t release();

  std::size_t taken_bytes() const;
  std::size_t free_ranges() const;

 private:
  struct Region;
  struct Block {
    Region* region = nullptr;
    std::size_t bytes = 0;
  };

  Region* reserve(std::size_t bytes);

  mutable std::mutex mutex_;
  std::size_t region_bytes_;
  std::vector<std::unique_ptr<Region>> regions_;
  std::unordered_map<void*, Block> blocks_;
  std::size_t taken_ = 0;
};

}   // namespace lift
