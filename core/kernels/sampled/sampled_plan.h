#pragma once
// The order in which sampled_gradient.h visits the entries of a pattern. Internal to this room.
// Tile by tile of columns, so that a tile of the packed input stays in the first-level cache while the rows pass by.
// Inside a tile first fours of one row, which share the loads of that row, then what is left over.
// Private to core/kernels.
#include <cstdint>
#include <memory>
#include <vector>

#include "core/kernels/sampled/sampled_gradient_rows.h"
#include "core/kernels/sampled/sparse_pattern.h"

namespace lift {

struct SampledPlan {
  std::int64_t count = 0;
  std::unique_ptr<SampledEntry[]> entries;   // [count]
  std::unique_ptr<std::int32_t[]> origins;   // [count], the entry's place in the pattern
  std::vector<std::int64_t> tile_offsets;    // [tiles + 1] into entries

  // Where to cut the list near `entry` without parting four entries that share a row.
  std::int64_t cut_near(std::int64_t entry) const;
};

// A tile has 2^tile_bits columns. Rows in crowded blocks are left out.
SampledPlan plan_samples(const SparsePattern& pattern, int tile_bits, const std::vector<std::int64_t>& crowded_blocks);

// Rows per block that may go to a matrix product instead: enough for the product's own speed, few enough that their
// dense gradient is small.
inline constexpr std::int64_t kCrowdedRows = 48;

// The blocks of kCrowdedRows rows of which more than `density` is selected, ascending.
std::vector<std::int64_t> crowded_blocks(const SparsePattern& pattern, double density);

}   // namespace lift
