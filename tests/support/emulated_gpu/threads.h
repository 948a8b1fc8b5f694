#pragma once
// The threads of the emulated device: blocks one after another, a block's threads as fibers.
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <type_traits>

namespace lift::test::gpu {

inline constexpr unsigned kWarpSize = 32;

struct Index3 {
  unsigned x = 1, y = 1, z = 1;
  constexpr Index3(unsigned x_ = 1, unsigned y_ = 1, unsigned z_ = 1) : x(x_), y(y_), z(z_) {}
};

// Of the thread that runs now.
struct Place {
  Index3 thread, block, block_size, grid_size;
};
extern Place here;
inline unsigned lane() { return here.thread.x % kWarpSize; }

// In which order threads run, and how many blocks there are at most: a kernel may rely on neither. Forward: all to the
// next barrier, in turn. Backward and Mixed: some warps run ahead of the others as far as barriers let them.
enum class Order { Forward, Backward, Mixed };
struct Schedule {
  Order order = Order::Forward;
  unsigned most_blocks = 1u << 31;
};
void set_schedule(Schedule schedule);

// kernel() by every thread of every block. False: a size that no GPU takes. Only one dimension.
bool run_grid(Index3 grid, Index3 block, const std::function<void()>& kernel);
std::int64_t grids_run();

// Called by a kernel: goes on when all threads of the block have called it.
void meet_block();

// The words of all lanes, when all of the warp have called it. Valid until the thread's next call.
using Words = std::array<std::uint64_t, kWarpSize>;
const Words& gather_warp(unsigned mask, std::uint64_t word);
template <class V>
using Word = std::conditional_t<sizeof(V) == 8, std::uint64_t, std::uint32_t>;

}   // namespace lift::test::gpu
