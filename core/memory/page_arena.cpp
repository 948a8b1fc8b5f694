#include "core/memory/page_arena.h"

#include <sys/mman.h>

#include <algorithm>
#include <bit>

#include "core/base/check.h"

namespace lift {

namespace {

std::size_t rounded_up(std::size_t bytes, std::size_t unit) { return (bytes + unit - 1) / unit * unit; }

// Address space that begins at a multiple of kFrame, so that huge pages can lie in it; null where there is none.
std::byte* address_space(std::size_t bytes) {
  const std::size_t wider = bytes + PageArena::kFrame;
  void* memory = ::mmap(nullptr, wider, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) return nullptr;
  auto* const begin = static_cast<std::byte*>(memory);
  const std::size_t before =
      rounded_up(std::bit_cast<std::uintptr_t>(begin), PageArena::kFrame) - std::bit_cast<std::uintptr_t>(begin);
  if (before > 0) ::munmap(begin, before);
  ::munmap(begin + before + bytes, PageArena::kFrame - before);
  ::madvise(begin + before, bytes, MADV_HUGEPAGE);   // a wish: one page fault and one entry of the TLB for 2 MiB
  return begin + before;
}

}   // namespace

struct PageArena::Region {
  std::byte* base = nullptr;
  std::size_t bytes = 0;
  std::map<std::size_t, std::size_t> free;   // first byte to byte after the last, never two side by side
  std::vector<bool> touched;                 // by frame: a block has lain in it since it last went to the system

  Region(std::byte* begin, std::size_t size) : base(begin), bytes(size), free{{0, size}}, touched(size / kFrame) {}
  ~Region() { ::munmap(base, bytes); }
  Region(const Region&) = delete;
  Region& operator=(const Region&) = delete;

  bool empty() const { return free.size() == 1 && free.begin()->second - free.begin()->first == bytes; }

  std::byte* take(std::size_t wanted) {
    const auto place =
        std::find_if(free.begin(), free.end(), [&](const auto& range) { return range.second - range.first >= wanted; });
    if (place == free.end()) return nullptr;
    const auto [first, last] = *place;
    free.erase(place);
    if (first + wanted < last) free.emplace(first + wanted, last);
    for (std::size_t frame = first / kFrame; frame * kFrame < first + wanted; ++frame) touched[frame] = true;
    return base + first;
  }

  void give_back(std::size_t first, std::size_t last) {
    auto after = free.lower_bound(first);
    if (after != free.end() && after->first == last) {
      last = after->second;
      after = free.erase(after);
    }
    if (after != free.begin() && std::prev(after)->second == first) std::prev(after)->second = last;
    else free.emplace(first, last);
  }

  std::size_t release() {
    std::size_t released = 0;
    for (const auto& [first, last] : free) {
      const std::size_t end = last / kFrame;
      for (std::size_t frame = rounded_up(first, kFrame) / kFrame; frame < end;) {
        std::size_t next = frame;
        while (next < end && touched[next]) touched[next++] = false;
        if (next > frame) ::madvise(base + frame * kFrame, (next - frame) * kFrame, MADV_DONTNEED);
        released += (next - frame) * kFrame;
        frame = next + 1;
      }
    }
    return released;
  }
};

PageArena::PageArena(std::size_t region_bytes) : region_bytes_(region_bytes) {
  LIFT_CHECK(region_bytes > 0 && region_bytes % kFrame == 0);
}

PageArena::~PageArena() = default;

PageArena::Region* PageArena::reserve(std::size_t bytes) {
  // Where address space is rationed (ulimit -v, strict overcommit), what the block itself needs may still be there.
  const std::size_t needed = rounded_up(bytes, kFrame);
  for (const std::size_t size : {std::max(region_bytes_, needed), needed})
    if (std::byte* base = address_space(size)) return regions_.emplace_back(std::make_unique<Region>(base, size)).get();
  return nullptr;
}

void* PageArena::take(std::size_t bytes) {
  const std::size_t wanted = rounded_up(bytes, kPage);
  const std::lock_guard lock(mutex_);
  const auto taken_from = [&](Region& region) -> void* {
    std::byte* block = region.take(wanted);
    if (!block) return nullptr;
    blocks_.emplace(block, Block{&region, wanted});
    taken_ += wanted;
    return block;
  };
  for (const auto& region : regions_)
    if (void* block = taken_from(*region)) return block;
  Region* region = reserve(wanted);
  return region ? taken_from(*region) : nullptr;
}

bool PageArena::give_back(void* block) {
  const std::lock_guard lock(mutex_);
  const auto found = blocks_.find(block);
  if (found == blocks_.end()) return false;
  const auto [region, bytes] = found->second;
  blocks_.erase(found);
  taken_ -= bytes;
  const auto first = static_cast<std::size_t>(static_cast<std::byte*>(block) - region->base);
  region->give_back(first, first + bytes);
  return true;
}

std::size_t PageArena::release() {
  const std::lock_guard lock(mutex_);
  std::size_t released = 0;
  for (const auto& region : regions_) released += region->release();
  std::erase_if(regions_, [](const auto& region) { return region->empty(); });
  return released;
}

std::size_t PageArena::taken_bytes() const {
  const std::lock_guard lock(mutex_);
  return taken_;
}

std::size_t PageArena::free_ranges() const {
  const std::lock_guard lock(mutex_);
  std::size_t ranges = 0;
  for (const auto& region : regions_) ranges += region->free.size();
  return ranges;
}

}   // namespace lift
