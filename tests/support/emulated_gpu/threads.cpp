#include "tests/support/emulated_gpu/threads.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <span>
#include <vector>

#include <ucontext.h>

namespace lift::test::gpu {

Place here;

namespace {

constexpr unsigned kMostThreads = 1024;
constexpr std::size_t kStackBytes = std::size_t{64} << 10;

Schedule chosen;
std::int64_t grids = 0;

[[noreturn]] void fail(const char* what) {
  std::fprintf(stderr, "emulated GPU: %s (block %u, thread %u)\n", what, here.block.x, here.thread.x);
  std::abort();
}

enum class State { New, Ready, AtBlock, AtWarp, Done };

// A fiber runs new threads one after another; at a barrier it stays with its thread, and another fiber takes the next.
struct Fiber {
  std::jmp_buf context{};
  std::vector<std::byte> stack = std::vector<std::byte>(kStackBytes);
};

// Goes on in `to`; returns when someone goes on in `from`. swapcontext would ask the kernel, twice, a thousand times a
// row.
[[gnu::noinline]] void go_on(std::jmp_buf& from, std::jmp_buf& to) {
  if (_setjmp(from) == 0) _longjmp(to, 1);
}

class Block {
 public:
  void run(unsigned threads, const std::function<void()>& kernel) {
    kernel_ = &kernel;
    states_.assign(threads, State::New);
    bound_.assign(threads, nullptr);
    exchanges_.assign(threads, 0);
    order_.resize(threads);
    std::iota(order_.begin(), order_.end(), 0u);
    if (chosen.order == Order::Backward) std::reverse(order_.begin(), order_.end());
    if (chosen.order == Order::Mixed)
      std::sort(order_.begin(), order_.end(), [](unsigned a, unsigned b) { return scattered(a) < scattered(b); });
    started_ = at_block_ = 0;
    at_warp_.fill(0);
    for (bool all_done = false; !all_done;) all_done = pass();
  }

  void meet(State where) {
    const unsigned me = here.thread.x;
    Fiber* fiber = current_;
    states_[me] = where;
    bound_[me] = fiber;
    release(where, me);
    go_on(fiber->context, scheduler_);
    here.thread.x = me;
  }

  const Words& gather(std::uint64_t word) {
    const unsigned me = here.thread.x;
    auto& slots = slots_[me / kWarpSize][exchanges_[me]++ % 2];
    slots[me % kWarpSize] = word;
    meet(State::AtWarp);
    return slots;
  }

 private:
  static unsigned scattered(unsigned thread) { return (thread * 2654435761u) ^ (thread >> 3); }

  // Every thread that can go on. True: all have ended.
  bool pass() {
    bool moved = false;
    for (std::size_t first = 0; first < order_.size(); first += kWarpSize) {
      const std::span<const unsigned> some =
          std::span(order_).subspan(first, std::min<std::size_t>(kWarpSize, order_.size() - first));
      // Not Forward: some run ahead as far as they can, while others have not begun.
      bool again = advance(some);
      moved = moved || again;
      while (again && chosen.order != Order::Forward) again = advance(some);
    }
    if (std::all_of(states_.begin(), states_.end(), [](State state) { return state == State::Done; })) return true;
    if (!moved) fail("a barrier that not all threads reach");
    return false;
  }

  bool advance(std::span<const unsigned> threads) {
    bool moved = false;
    for (const unsigned thread : threads) {
      if (states_[thread] == State::Ready) resume(*bound_[thread], thread);
      else if (states_[thread] == State::New) resume(idle(), kMostThreads);
      else continue;
      moved = true;
    }
    return moved;
  }

  void resume(Fiber& fiber, unsigned thread) {
    current_ = &fiber;
    if (thread < kMostThreads) here.thread.x = thread;
    go_on(scheduler_, fiber.context);
  }

  Fiber& idle() {
    if (idle_.empty()) begin_fiber();
    Fiber& fiber = *idle_.back();
    idle_.pop_back();
    return fiber;
  }

  // Only a fiber's first moments need the kernel: it comes back at once, to be resumed when there is a thread for it.
  void begin_fiber() {
    fibers_.push_back(std::make_unique<Fiber>());
    current_ = fibers_.back().get();
    ucontext_t first{};
    getcontext(&first);
    first.uc_stack.ss_sp = current_->stack.data();
    first.uc_stack.ss_size = current_->stack.size();
    makecontext(&first, &Block::enter, 0);
    if (_setjmp(scheduler_) == 0) setcontext(&first);
  }

  static void enter();

  [[noreturn]] void work() {
    Fiber* const fiber = current_;
    for (;;) {
      idle_.push_back(fiber);
      go_on(fiber->context, scheduler_);
      while (started_ < order_.size()) {
        const unsigned me = order_[started_++];
        here.thread.x = me;
        states_[me] = State::Ready;
        (*kernel_)();
        states_[me] = State::Done;
      }
    }
  }

  void release(State where, unsigned me) {
    const bool whole_block = where == State::AtBlock;
    const std::size_t warp = me / kWarpSize, first = whole_block ? 0 : warp * kWarpSize;
    const std::size_t last = whole_block ? states_.size() : std::min(first + kWarpSize, states_.size());
    std::size_t& arrived = whole_block ? at_block_ : at_warp_[warp];
    if (++arrived < last - first) return;
    arrived = 0;
    std::fill(states_.begin() + static_cast<std::ptrdiff_t>(first), states_.begin() + static_cast<std::ptrdiff_t>(last),
              State::Ready);
  }

  const std::function<void()>* kernel_ = nullptr;
  std::vector<State> states_;
  std::vector<Fiber*> bound_;
  std::vector<unsigned> exchanges_, order_;
  std::size_t started_ = 0;
  std::array<std::array<Words, 2>, kMostThreads / kWarpSize> slots_{};
  std::array<std::size_t, kMostThreads / kWarpSize> at_warp_{};
  std::size_t at_block_ = 0;
  std::vector<std::unique_ptr<Fiber>> fibers_;
  std::vector<Fiber*> idle_;
  Fiber* current_ = nullptr;
  std::jmp_buf scheduler_{};
};

Block& the_block() {
  static Block block;
  return block;
}

void Block::enter() { the_block().work(); }

}   // namespace

void set_schedule(Schedule schedule) { chosen = schedule; }
std::int64_t grids_run() { return grids; }

bool run_grid(Index3 grid, Index3 block, const std::function<void()>& kernel) {
  if (grid.x == 0 || grid.y != 1 || grid.z != 1 || block.x == 0 || block.x > kMostThreads || block.y != 1 ||
      block.z != 1)
    return false;
  ++grids;
  here.block_size = block;
  here.grid_size = Index3(std::min(grid.x, chosen.most_blocks));
  here.thread = here.block = Index3(0, 0, 0);
  for (unsigned i = 0; i < here.grid_size.x; ++i) {
    here.block.x = i;
    the_block().run(block.x, kernel);
  }
  return true;
}

void meet_block() { the_block().meet(State::AtBlock); }

const Words& gather_warp(unsigned mask, std::uint64_t word) {
  if (mask != 0xffffffffu) fail("only whole warps are emulated");
  return the_block().gather(word);
}

}   // namespace lift::test::gpu
