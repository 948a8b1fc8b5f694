#pragma once
// Memory of this program and of the machine, from /proc and the control group's files. Used by train/ for the log and
// the memory plan, and by whoever gives freed memory back. Tensor-free. Thread: any.
#include <cstdint>
#include <filesystem>

namespace lift {

struct MemoryUsage {
  std::int64_t resident_bytes = 0;        // VmRSS; 0 = not known
  std::int64_t peak_resident_bytes = 0;   // VmHWM since the start or the last reset; 0 = not known
};
MemoryUsage memory_usage();
// Lets large tensors' pages stay in memory when they are freed, and the heap wait before it gives smaller pieces back:
// a step takes them again. Once, from main, before any tensor is made (session/prepare_process.h calls it).
void keep_freed_memory();
// Gives back to the system the pages that large tensors have left, which else stay, and what the heap keeps of smaller
// pieces, which else waits half a second. Worth it between phases of a run, whose pieces differ in size, and where a
// program waits; costs the pages' coming again. mimalloc keeps what lies between lasting pieces (32 MiB at a time)
// until something near it is freed later. Does nothing in the sanitizer builds.
void release_freed_memory();
// Starts a new peak from the present size. False where the system does not allow it.
bool reset_peak_memory();

struct FreeMemory {
  std::int64_t total_bytes = 0;         // of the machine
  std::int64_t available_bytes = 0;     // what a program can still take: the machine's or the control group's rest
  std::int64_t group_limit_bytes = 0;   // the control group's limit; 0 = none
};
FreeMemory free_memory();
// The same from other roots ("/proc", "/sys/fs/cgroup"), for tests.
FreeMemory free_memory(const std::filesystem::path& proc, const std::filesystem::path& cgroup);

}   // namespace lift
