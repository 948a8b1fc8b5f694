#include "core/kernels/sampled_plan.h"

#include "core/kernels/dispatch.h"

namespace lift {
namespace {

constexpr std::int64_t kRowsPerTask = 64;
constexpr std::int32_t kShare = 4;

// The entries of one row inside one tile, and where they go.
struct Segment {
  std::int32_t count = 0, shared_at = 0, single_at = 0;
};

class Planner {
 public:
  Planner(const SparsePattern& pattern, int tile_bits, const std::vector<std::int64_t>& crowded_blocks)
      : rows_(pattern.rows),
        tiles_((pattern.columns_count + (std::int64_t{1} << tile_bits) - 1) >> tile_bits),
        tile_bits_(tile_bits),
        row_offsets_(data_of<std::int32_t>(pattern.row_offsets)),
        columns_(data_of<std::int32_t>(pattern.columns)),
        crowded_(static_cast<std::size_t>(rows_ / kCrowdedRows + 1)),
        segments_(static_cast<std::size_t>(rows_ * tiles_)) {
    for (std::int64_t block : crowded_blocks) crowded_[static_cast<std::size_t>(block)] = true;
    for (std::int64_t row = 0; row < rows_; ++row) plan_.count += end_of(row) - row_offsets_[row];
    plan_.entries = std::make_unique_for_overwrite<SampledEntry[]>(static_cast<std::size_t>(plan_.count));
    plan_.origins = std::make_unique_for_overwrite<std::int32_t[]>(static_cast<std::size_t>(plan_.count));
    plan_.tile_offsets.resize(static_cast<std::size_t>(tiles_ + 1));
  }

  SampledPlan plan() && {
    count_segments();
    place_segments();
    fill();
    return std::move(plan_);
  }

 private:
  Segment* segments_of(std::int64_t row) { return segments_.data() + row * tiles_; }

  std::int32_t end_of(std::int64_t row) const {
    return row_offsets_[row + (crowded_[static_cast<std::size_t>(row / kCrowdedRows)] ? 0 : 1)];
  }

  void count_segments() {
    at::parallel_for(0, rows_, kRowsPerTask, [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t row = begin; row < end; ++row) {
        Segment* segments = segments_of(row);
        for (std::int32_t e = row_offsets_[row]; e < end_of(row); ++e) ++segments[columns_[e] >> tile_bits_].count;
      }
    });
  }

  void place_segments() {
    std::vector<std::int32_t> shared(static_cast<std::size_t>(tiles_)), single(shared);
    for (std::int64_t row = 0; row < rows_; ++row) {
      const Segment* segments = segments_of(row);
      for (std::size_t tile = 0; tile < shared.size(); ++tile) {
        shared[tile] += segments[tile].count / kShare * kShare;
        single[tile] += segments[tile].count % kShare;
      }
    }
    std::int32_t next = 0;
    for (std::size_t tile = 0; tile < shared.size(); ++tile) {
      plan_.tile_offsets[tile] = next;
      const std::int32_t singles = single[tile];
      single[tile] = next + shared[tile];
      next = single[tile] + singles;
      shared[tile] = single[tile] - shared[tile];
    }
    plan_.tile_offsets.back() = next;
    for (std::int64_t row = 0; row < rows_; ++row) {
      Segment* segments = segments_of(row);
      for (std::size_t tile = 0; tile < shared.size(); ++tile) {
        segments[tile].shared_at = shared[tile];
        segments[tile].single_at = single[tile];
        shared[tile] += segments[tile].count / kShare * kShare;
        single[tile] += segments[tile].count % kShare;
      }
    }
  }

  void fill() {
    at::parallel_for(0, rows_, kRowsPerTask, [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t row = begin; row < end; ++row) {
        std::int32_t entry = row_offsets_[row];
        for (const Segment* s = segments_of(row); entry < end_of(row); ++s) {
          const std::int32_t shared = s->count / kShare * kShare;
          for (std::int32_t i = 0; i < shared; ++i) put(s->shared_at + i, row, entry++);
          for (std::int32_t i = 0; i < s->count - shared; ++i) put(s->single_at + i, row, entry++);
        }
      }
    });
  }

  void put(std::int32_t at, std::int64_t row, std::int32_t entry) {
    plan_.entries[static_cast<std::size_t>(at)] = {static_cast<std::int32_t>(row), columns_[entry]};
    plan_.origins[static_cast<std::size_t>(at)] = entry;
  }

  std::int64_t rows_, tiles_;
  int tile_bits_;
  const std::int32_t *row_offsets_, *columns_;
  std::vector<bool> crowded_;   // by block of rows
  std::vector<Segment> segments_;
  SampledPlan plan_;
};

}  // namespace

std::int64_t SampledPlan::cut_near(std::int64_t entry) const {
  const auto next_tile = std::upper_bound(tile_offsets.begin(), tile_offsets.end() - 1, entry);
  const std::int64_t tile_begin = *(next_tile - 1), tile_end = *next_tile;
  return std::min(tile_end, tile_begin + (entry - tile_begin + kSamplesAtOnce - 1) / kSamplesAtOnce * kSamplesAtOnce);
}

SampledPlan plan_samples(const SparsePattern& pattern, int tile_bits, const std::vector<std::int64_t>& crowded_blocks) {
  return Planner(pattern, tile_bits, crowded_blocks).plan();
}

std::vector<std::int64_t> crowded_blocks(const SparsePattern& pattern, double density) {
  const std::int32_t* row_offsets = data_of<std::int32_t>(pattern.row_offsets);
  std::vector<std::int64_t> blocks;
  for (std::int64_t first = 0; first < pattern.rows; first += kCrowdedRows) {
    const std::int64_t last = std::min(pattern.rows, first + kCrowdedRows);
    const auto whole = static_cast<double>((last - first) * pattern.columns_count);
    if (row_offsets[last] - row_offsets[first] > density * whole) blocks.push_back(first / kCrowdedRows);
  }
  return blocks;
}

}  // namespace lift
