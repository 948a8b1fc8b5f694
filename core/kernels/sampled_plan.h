#pragma once
// The order in which sampled_gradient.h visits the entries of a pattern: tile by tile of columns, so that a tile of the
// packed input stays in the first-level cache while the rows pass by. Internal to this room.
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/kernels/sampled_gradient_rows.h"
#include "core/kernels/sparse_pattern.h"

namespace lift {

struct SampledPlan {
  std::int64_t count = 0;
  std::unique_ptr<SampledEntry[]> entries;   // [count], by column tile, then row, then column
  std::unique_ptr<std::int32_t[]> origins;   // [count], the entry's place in the pattern
  std::vector<std::int64_t> tile_offsets;    // [tiles + 1] into entries
};

// `tile_columns`: columns per tile.
SampledPlan plan_samples(const SparsePattern& pattern, std::int64_t tile_columns);

}  // namespace lift
