#include "tests/support/emulated_gpu/memory.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <utility>

#include <execinfo.h>
#include <sys/mman.h>
#include <unistd.h>

namespace lift::test::gpu {
namespace {

constexpr std::size_t kReserved = std::size_t{4} << 30, kGrain = 512, kMargin = 64;
constexpr std::byte kFresh{0xff};   // NaN in every floating-point type

void say(const char* text) { [[maybe_unused]] const auto written = write(STDERR_FILENO, text, std::strlen(text)); }

class Memory {
 public:
  Memory() {
    values_ = reserve(PROT_READ | PROT_WRITE);
    addresses_ = reserve(PROT_NONE);
  }

  void* allocate(std::size_t bytes) {
    const std::lock_guard guard(mutex_);
    const std::size_t size = (bytes + kMargin + kGrain - 1) / kGrain * kGrain;
    const std::size_t at = take(size);
    lent_[at] = {bytes, size};
    in_use_ += size;
    std::memset(values_ + at, static_cast<int>(kFresh), size);
    return addresses_ + at;
  }
  void release(void* address) {
    const std::lock_guard guard(mutex_);
    const auto found = lent_.find(static_cast<std::size_t>(static_cast<std::byte*>(address) - addresses_));
    if (found == lent_.end()) std::abort();
    const auto [bytes, size] = found->second;
    const std::byte* values = values_ + found->first;
    if (!std::all_of(values + bytes, values + size, [](std::byte one) { return one == kFresh; })) {
      say("something wrote beyond the end of a tensor of the emulated GPU\n");
      std::abort();
    }
    in_use_ -= size;
    free_.emplace(size, found->first);
    lent_.erase(found);
  }

  bool is_address(const void* pointer) const { return pointer >= addresses_ && pointer < addresses_ + kReserved; }
  void* values_at(const void* address) const { return values_ + (static_cast<const std::byte*>(address) - addresses_); }
  void* address_of(const void* values) const { return addresses_ + (static_cast<const std::byte*>(values) - values_); }
  std::size_t in_use() const { return in_use_; }

 private:
  static std::byte* reserve(int rights) {
    void* pages = mmap(nullptr, kReserved, rights, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (pages == MAP_FAILED) std::abort();
    return static_cast<std::byte*>(pages);
  }
  std::size_t take(std::size_t size) {
    if (const auto fit = free_.find(size); fit != free_.end()) {
      const std::size_t at = fit->second;
      free_.erase(fit);
      return at;
    }
    if (used_ + size > kReserved) std::abort();
    return std::exchange(used_, used_ + size);
  }

  struct Lent {
    std::size_t bytes, size;
  };
  std::mutex mutex_;
  std::byte *values_ = nullptr, *addresses_ = nullptr;
  std::size_t used_ = 0, in_use_ = 0;
  std::map<std::size_t, Lent> lent_;               // by place
  std::multimap<std::size_t, std::size_t> free_;   // places by size
};

void on_fault(int number, siginfo_t* info, void*) {
  if (is_address(info->si_addr)) {
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

}   // namespace

void* allocate(std::size_t bytes) { return memory().allocate(bytes); }
void release(void* address) { memory().release(address); }
bool is_address(const void* pointer) { return memory().is_address(pointer); }
std::size_t bytes_in_use() { return memory().in_use(); }
std::size_t memory_bytes() { return kReserved; }
void* values_at(const void* address) { return memory().values_at(address); }
void* address_of(const void* values) { return memory().address_of(values); }

}   // namespace lift::test::gpu
