#pragma once
// Memory of this process and of the machine, from /proc and the cgroup files. Used for the run log and the memory plan,
// and where freed memory is returned to the system. Tensor-free. Thread: any.
#include <cstdint>
#include <filesystem>

namespace lift {

struct MemoryUsage {
  std::int64_t resident_bytes = 0;        // VmRSS; 0: unknown
  std::int64_t peak_resident_bytes = 0;   // VmHWM since the start or the last reset; 0: unknown
};
MemoryUsage memory_usage();
// Keeps the pages of freed large tensors, and makes the heap wait 0.5 s before it returns smaller blocks: the next
// layer or step needs them again. Call once, from main, before the first tensor (session/prepare_process.h does).
void keep_freed_memory();
// Returns free pages of large tensors, which would otherwise be kept, and free heap memory to the system. Worth it
// between phases of a run, which need blocks of different sizes, and where a program waits; costs page faults when the
// memory is used again. mimalloc keeps free memory between live pieces (32 MiB at a time) until something near it is
// freed later. Does nothing in sanitizer builds.
void release_freed_memory();
// Resets the peak to the present size. False where the system does not allow it.
bool reset_peak_memory();

struct FreeMemory {
  std::int64_t total_bytes = 0;         // of the machine
  std::int64_t available_bytes = 0;     // still free for programs: the smaller rest of machine and cgroup
  std::int64_t group_limit_bytes = 0;   // the cgroup's limit; 0: none
};
FreeMemory free_memory();
// The same with other roots than "/proc" and "/sys/fs/cgroup", for tests.
FreeMemory free_memory(const std::filesystem::path& proc, const std::filesystem::path& cgroup);

}   // namespace lift
