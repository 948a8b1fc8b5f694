#include "core/memory/memory_usage.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#ifdef LIFT_OWN_HEAP
#include <mimalloc.h>
#endif

#include "core/memory/tensor_memory.h"

namespace lift {

namespace {

namespace fs = std::filesystem;

#ifdef LIFT_OWN_HEAP
#if MI_MALLOC_VERSION >= 210
constexpr mi_option_t kGiveBackDelay = mi_option_purge_delay;
#else
constexpr mi_option_t kGiveBackDelay = mi_option_decommit_delay;
#endif
// Longer than most layers' passes: what one frees the next one takes. Given back in between (after 25 ms, mimalloc's
// own choice) every page of it comes again by a fault, which took a tenth of a step (tests/bench/README.md).
constexpr long kGiveBackMilliseconds = 500;
#endif

std::optional<std::int64_t> number_at(std::string_view text) {
  const auto start = text.find_first_not_of(" \t");
  if (start == std::string_view::npos) return std::nullopt;
  std::int64_t value = 0;
  const auto [end, status] = std::from_chars(text.data() + start, text.data() + text.size(), value);
  if (status != std::errc{}) return std::nullopt;
  return value;
}

// The bytes of a line "NAME:   1234 kB"; 0 when there is no such line.
std::int64_t kilobyte_field(const fs::path& file, std::string_view name) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const std::string_view text = line;
    if (text.starts_with(name) && text.substr(name.size()).starts_with(":"))
      return number_at(text.substr(name.size() + 1)).value_or(0) * 1024;
  }
  return 0;
}

// A control group file with one number; nothing for "max" and for files that are not there.
std::optional<std::int64_t> group_number(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  if (!std::getline(in, line)) return std::nullopt;
  return number_at(line);
}

struct GroupMemory {
  std::int64_t limit = 0, used = 0;
};

// The tightest limit from the group's folder up to the root of its hierarchy.
void tighten(GroupMemory& memory, const fs::path& root, fs::path folder, const char* limit_name,
             const char* used_name) {
  while (true) {
    const auto limit = group_number(root / folder / limit_name);
    const auto used = group_number(root / folder / used_name);
    if (limit && *limit > 0 && (memory.limit == 0 || *limit - used.value_or(0) < memory.limit - memory.used))
      memory = {*limit, used.value_or(0)};
    if (folder.empty()) return;
    folder = folder.parent_path();
  }
}

GroupMemory group_memory(const fs::path& proc, const fs::path& cgroup) {
  GroupMemory memory;
  std::ifstream in(proc / "self" / "cgroup");   // "0::/path" (version 2), "7:memory:/path" (version 1)
  for (std::string line; std::getline(in, line);) {
    const std::string_view text = line;
    const auto first = text.find(':'), second = text.find(':', first == text.npos ? first : first + 1);
    if (second == std::string_view::npos) continue;
    const auto controllers = text.substr(first + 1, second - first - 1);
    const fs::path folder = fs::path(text.substr(second + 1)).relative_path();
    if (controllers.empty()) tighten(memory, cgroup, folder, "memory.max", "memory.current");
    if (controllers == "memory")
      tighten(memory, cgroup / "memory", folder, "memory.limit_in_bytes", "memory.usage_in_bytes");
  }
  return memory;
}

}   // namespace

MemoryUsage memory_usage() {
  return {kilobyte_field("/proc/self/status", "VmRSS"), kilobyte_field("/proc/self/status", "VmHWM")};
}

void keep_freed_memory() {
#ifdef LIFT_OWN_HEAP
  mi_option_set_default(kGiveBackDelay, kGiveBackMilliseconds);   // the environment's choice stands
#endif
  keep_tensor_pages();
}

void release_freed_memory() {
  release_tensor_memory();
#ifdef LIFT_OWN_HEAP
  mi_collect(true);
#endif
}

bool reset_peak_memory() {
  std::ofstream out("/proc/self/clear_refs");
  out << "5" << std::flush;   // 5: set VmHWM to the present size (Linux, Documentation/filesystems/proc.rst)
  return out.good();
}

FreeMemory free_memory() { return free_memory("/proc", "/sys/fs/cgroup"); }

FreeMemory free_memory(const fs::path& proc, const fs::path& cgroup) {
  FreeMemory memory;
  memory.total_bytes = kilobyte_field(proc / "meminfo", "MemTotal");
  memory.available_bytes = kilobyte_field(proc / "meminfo", "MemAvailable");
  const GroupMemory group = group_memory(proc, cgroup);
  // Version 1 writes a limit near the largest number for "none".
  if (group.limit > 0 && (memory.total_bytes == 0 || group.limit < memory.total_bytes)) {
    memory.group_limit_bytes = group.limit;
    const std::int64_t rest = std::max<std::int64_t>(0, group.limit - group.used);
    memory.available_bytes = memory.available_bytes ? std::min(memory.available_bytes, rest) : rest;
  }
  return memory;
}

}   // namespace lift
