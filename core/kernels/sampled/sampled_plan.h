#pragma once
// The order in which sampled_gradient.h computes the entries of a pattern: by tiles of columns, so that a tile of the
// packed input stays in the first-level cache for all rows. Within a tile, groups of four entries in one row, which
// share the loads of that row, precede the remaining entries.
// Private to core/kernels.
#include <cstdint>
#include <memory>
#include <vector>

#include "core/kernels/sampled/sampled_gradient_rows.h"
#include "core/kernels/sampled/sparse_pattern.h"

namespace lift {

struct SampledPlan {
  std::int64_t count = 0;
  std::unique_ptr<SampledEntry[]> entries;
  std::unique_ptr<std::int32_t[]> origins;   // [count], the entry's index in the pattern
  std::vector<std::int64_t> tile_offsets;    // [tiles + 1], indices into `entries`

  // An index near `entry` at which the list can be split between threads without splitting a group of four.
  std::int64_t cut_near(std::int64_t entry) const;
};

// A tile has 2^tile_bits columns. Rows in `crowded_blocks` are left out.
SampledPlan plan_samples(const SparsePattern& pattern, int tile_bits, const std::vector<std::int64_t>& crowded_blocks);

// Rows per block that may be computed by a dense product instead: enough for the product to be fast, few enough for its
// dense result to be small.
inline constexpr std::int64_t kCrowdedRows = 48;

// Ascending indices of the blocks of kCrowdedRows rows in which more than the share `density` of entries is selected.
std::vector<std::int64_t> crowded_blocks(const SparsePattern& pattern, double density);

}   // namespace lift
