#include "core/kernels/sampled_plan.h"

#include "core/kernels/dispatch.h"

namespace lift {
namespace {

constexpr std::int64_t kRowsPerTask = 64;

// Entries per (row, tile), then in place where each such group begins in the plan.
std::vector<std::int32_t> group_offsets(const SparsePattern& pattern, std::int64_t tile_columns, std::int64_t tiles,
                                        std::vector<std::int64_t>& tile_offsets) {
  const std::int32_t* row_offsets = data_of<std::int32_t>(pattern.row_offsets);
  const std::int32_t* columns = data_of<std::int32_t>(pattern.columns);
  std::vector<std::int32_t> groups(static_cast<std::size_t>(pattern.rows * tiles), 0);
  at::parallel_for(0, pattern.rows, kRowsPerTask, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t row = begin; row < end; ++row) {
      for (std::int32_t e = row_offsets[row]; e < row_offsets[row + 1]; ++e) {
        ++groups[static_cast<std::size_t>(row * tiles + columns[e] / tile_columns)];
      }
    }
  });
  std::int32_t next = 0;
  for (std::int64_t tile = 0; tile < tiles; ++tile) {
    tile_offsets[static_cast<std::size_t>(tile)] = next;
    for (std::int64_t row = 0; row < pattern.rows; ++row) {
      std::int32_t& group = groups[static_cast<std::size_t>(row * tiles + tile)];
      next += std::exchange(group, next);
    }
  }
  tile_offsets[static_cast<std::size_t>(tiles)] = next;
  return groups;
}

}  // namespace

SampledPlan plan_samples(const SparsePattern& pattern, std::int64_t tile_columns) {
  const std::int64_t tiles = (pattern.columns_count + tile_columns - 1) / tile_columns;
  SampledPlan plan;
  plan.count = pattern.entries();
  plan.tile_offsets.resize(static_cast<std::size_t>(tiles + 1));
  plan.entries = std::make_unique_for_overwrite<SampledEntry[]>(static_cast<std::size_t>(plan.count));
  plan.origins = std::make_unique_for_overwrite<std::int32_t[]>(static_cast<std::size_t>(plan.count));
  std::vector<std::int32_t> groups = group_offsets(pattern, tile_columns, tiles, plan.tile_offsets);
  const std::int32_t* row_offsets = data_of<std::int32_t>(pattern.row_offsets);
  const std::int32_t* columns = data_of<std::int32_t>(pattern.columns);
  at::parallel_for(0, pattern.rows, kRowsPerTask, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t row = begin; row < end; ++row) {
      for (std::int32_t e = row_offsets[row]; e < row_offsets[row + 1]; ++e) {
        const std::int32_t at = groups[static_cast<std::size_t>(row * tiles + columns[e] / tile_columns)]++;
        plan.entries[static_cast<std::size_t>(at)] = {static_cast<std::int32_t>(row), columns[e]};
        plan.origins[static_cast<std::size_t>(at)] = e;
      }
    }
  });
  return plan;
}

}  // namespace lift
