#include "tests/support/emulated_gpu/memory.h"

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>

#include <execinfo.h>
#include <sys/mman.h>
#include <unistd.h>

namespace lift::test::gpu {
namespace {

constexpr std::size_t kReserved = std::size_t{8} << 30, kGrain = 512, kMargin = 64;
constexpr std::byte kFresh{0xff};   // NaN in every floating-point type

void say(const char* text) { [[maybe_unused]] const auto written = write(STDERR_FILENO, text, std::strlen(text)); }

class Memory {
 public:
  Memory() {
    void* pages = mmap(nullptr, kReserved, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (pages == MAP_FAILED) std::abort();
    base_ = static_cast<std::byte*>(pages);
  }

  void* allocate(std::size_t bytes) {
    const std::lock_guard guard(mutex_);
    const std::size_t size = (bytes + kMargin + kGrain - 1) / kGrain * kGrain;
    std::byte* memory = take(size);
    lent_[memory] = {bytes, size};
    in_use_ += size;
    open();
    std::memset(memory, static_cast<int>(kFresh), size);
    close();
    return memory;
  }
  void release(void* memory) {
    const std::lock_guard guard(mutex_);
    const auto found = lent_.find(static_cast<std::byte*>(memory));
    if (found == lent_.end()) std::abort();
    const auto [bytes, size] = found->second;
    open();
    const bool whole = std::all_of(found->first + bytes, found->first + size, [](std::byte one) { return one == kFresh; });
    close();
    if (!whole) {
      say("a kernel wrote beyond the end of a tensor of the emulated GPU\n");
      std::abort();
    }
    in_use_ -= size;
    free_.emplace(size, found->first);
    lent_.erase(found);
  }

  void open() {
    if (depth_++ == 0) protect(PROT_READ | PROT_WRITE);
  }
  void close() {
    if (--depth_ == 0) protect(PROT_NONE);
  }
  bool holds(const void* memory) const { return memory >= base_ && memory < base_ + kReserved; }
  std::size_t in_use() const { return in_use_; }

 private:
  std::byte* take(std::size_t size) {
    if (const auto fit = free_.find(size); fit != free_.end()) {
      std::byte* memory = fit->second;
      free_.erase(fit);
      return memory;
    }
    if (used_ + size > kReserved) std::abort();
    std::byte* memory = base_ + used_;
    used_ += size;
    if (depth_ > 0) protect(PROT_READ | PROT_WRITE);
    return memory;
  }
  void protect(int rights) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    if (used_ > 0 && mprotect(base_, (used_ + page - 1) / page * page, rights) != 0) std::abort();
  }

  std::mutex mutex_;
  std::byte* base_ = nullptr;
  std::size_t used_ = 0, in_use_ = 0;
  int depth_ = 0;
  struct Lent {
    std::size_t bytes, size;
  };
  std::map<std::byte*, Lent> lent_;
  std::multimap<std::size_t, std::byte*> free_;
};

void on_fault(int number, siginfo_t* info, void*) {
  if (is_device_memory(info->si_addr)) {
    say("host code touched the memory of the emulated GPU:\n");
    void* frames[48];
    backtrace_symbols_fd(frames, backtrace(frames, 48), STDERR_FILENO);
  }
  std::signal(number, SIG_DFL);
  raise(number);
}

void watch_for_faults() {
  struct sigaction action {};
  action.sa_sigaction = on_fault;
  action.sa_flags = static_cast<int>(SA_SIGINFO | SA_RESETHAND);
  sigaction(SIGSEGV, &action, nullptr);
}

Memory& memory() {
  // Tensors may outlive every static.
  static auto* const one = [] {
    watch_for_faults();
    return new Memory;
  }();
  return *one;
}

}  // namespace

void* allocate(std::size_t bytes) { return memory().allocate(bytes); }
void release(void* pointer) { memory().release(pointer); }
bool is_device_memory(const void* pointer) { return memory().holds(pointer); }
std::size_t bytes_in_use() { return memory().in_use(); }

Access::Access() { memory().open(); }
Access::~Access() { memory().close(); }

}  // namespace lift::test::gpu
