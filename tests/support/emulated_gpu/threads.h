#pragma once
// The emulated device's threads: blocks run one after another, and a block's threads are fibers.
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

// The indices of the running thread.
struct Place {
  Index3 thread, block, block_size, grid_size;
};
extern Place here;
inline unsigned lane() { return here.thread.x % kWarpSize; }

// The order of threads, and the largest number of blocks; a kernel must depend on neither. Forward: in turn, all up to
// the next barrier. Backward and Mixed: some warps run ahead of others as far as barriers allow.
enum class Order { Forward, Backward, Mixed };
struct Schedule {
  Order order = Order::Forward;
  unsigned most_blocks = 1u << 31;
};
void set_schedule(Schedule schedule);

// Calls kernel() in every thread of every block. False: a size that no GPU accepts. One dimension only.
bool run_grid(Index3 grid, Index3 block, const std::function<void()>& kernel);
std::int64_t grids_run();

// Called by a kernel: returns when all threads of the block have called it.
void meet_block();

// The words of all lanes, once all lanes of the warp have called it. Valid until the thread's next call.
using Words = std::array<std::uint64_t, kWarpSize>;
const Words& gather_warp(unsigned mask, std::uint64_t word);
template <class V>
using Word = std::conditional_t<sizeof(V) == 8, std::uint64_t, std::uint32_t>;

}   // namespace lift::test::gpu
