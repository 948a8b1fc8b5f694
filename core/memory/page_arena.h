#pragma once
// Pages for large blocks that come and go with every layer of a pass, faster than from the system: what is given back
// stays in memory, merges with its free neighbours and serves the next block that fits. Used by tensor_memory.
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
                                        << 20;   // a huge page of x86-64 and AArch64: what goes back at once

  // `region_bytes` of address space, a multiple of kFrame, are reserved at a time; they cost no memory before they are
  // written to.
  explicit PageArena(std::size_t region_bytes);
  ~PageArena();   // every block must have been given back
  PageArena(const PageArena&) = delete;
  PageArena& operator=(const PageArena&) = delete;

  // `bytes` (> 0) at a multiple of kPage, contents undefined, the lowest place that is free: blocks stay together and
  // merge again. Null where the system gives no address space.
  void* take(std::size_t bytes);
  // False for what take() did not return, and nothing happens.
  bool give_back(void* block);
  // Gives to the system every frame without a block in it, and the address space of a region without one. Returns the
  // bytes that may have been in memory.
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
