#include "core/io/release_pages.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

namespace lift {

void release_pages(std::span<const std::byte> pages) {
  if (pages.empty()) return;
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  const auto begin = reinterpret_cast<std::uintptr_t>(pages.data()) / page * page;
  const auto end = reinterpret_cast<std::uintptr_t>(pages.data()) + pages.size();
  ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
}

}   // namespace lift
