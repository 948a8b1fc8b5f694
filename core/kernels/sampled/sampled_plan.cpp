#include "core/kernels/sampled/sampled_plan.h"

#include <utility>

#include "core/kernels/isa/dispatch.h"

namespace lift {
namespace {

constexpr std::int64_t kRowsPerTask = 64;
constexpr std::int32_t kShare = 4;

// Of the rows of one task and one tile: how many entries go in fours and how many alone, and then where they begin.
struct Part {
  std::int32_t shared = 0, single = 0;
};

class Planner {
 public:
  Planner(const SparsePattern& pattern, int tile_bits, const std::vector<std::int64_t>& crowded_blocks)
      : rows_(pattern.rows),
        tiles_(static_cast<std::size_t>((pattern.columns_count + (std::int64_t{1} << tile_bits) - 1) >> tile_bits)),
        tile_bits_(tile_bits),
        row_offsets_(data_of<std::int32_t>(pattern.row_offsets)),
        columns_(data_of<std::int32_t>(pattern.columns)),
        crowded_(static_cast<std::size_t>(rows_ / kCrowdedRows + 1)),
        tasks_((rows_ + kRowsPerTask - 1) / kRowsPerTask),
        counts_(static_cast<std::size_t>(rows_) * tiles_),
        parts_(static_cast<std::size_t>(tasks_) * tiles_) {
    for (std::int64_t block : crowded_blocks) crowded_[static_cast<std::size_t>(block)] = true;
    for (std::int64_t row = 0; row < rows_; ++row) plan_.count += end_of(row) - row_offsets_[row];
    plan_.entries = std::make_unique_for_overwrite<SampledEntry[]>(static_cast<std::size_t>(plan_.count));
    plan_.origins = std::make_unique_for_overwrite<std::int32_t[]>(static_cast<std::size_t>(plan_.count));
    plan_.tile_offsets.resize(tiles_ + 1);
  }

  SampledPlan plan() && {
    for_tasks([this](Part* parts, std::int64_t row) { count(parts, row); });
    place();
    for_tasks([this](Part* parts, std::int64_t row) { fill(parts, row); });
    return std::move(plan_);
  }

 private:
  // work(parts of the row's task, row), the rows of a task in order.
  template <class Work>
  void for_tasks(Work&& work) {
    at::parallel_for(0, tasks_, 1, [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t row = begin * kRowsPerTask; row < std::min(rows_, end * kRowsPerTask); ++row)
        work(parts_.data() + static_cast<std::size_t>(row / kRowsPerTask) * tiles_, row);
    });
  }

  std::int32_t* counts_of(std::int64_t row) { return counts_.data() + static_cast<std::size_t>(row) * tiles_; }

  std::int32_t end_of(std::int64_t row) const {
    return row_offsets_[row + (crowded_[static_cast<std::size_t>(row / kCrowdedRows)] ? 0 : 1)];
  }

  void count(Part* parts, std::int64_t row) {
    std::int32_t* counts = counts_of(row);
    for (std::int32_t e = row_offsets_[row]; e < end_of(row); ++e) ++counts[columns_[e] >> tile_bits_];
    for (std::size_t tile = 0; tile < tiles_; ++tile) {
      parts[tile].shared += counts[tile] / kShare * kShare;
      parts[tile].single += counts[tile] % kShare;
    }
  }

  // In a tile first the fours of all rows, then the rest.
  void place() {
    std::int32_t next = 0;
    const auto begin_all = [&](std::size_t tile, std::int32_t Part::*kind) {
      for (std::size_t at = tile; at < parts_.size(); at += tiles_) next += std::exchange(parts_[at].*kind, next);
    };
    for (std::size_t tile = 0; tile < tiles_; ++tile) {
      plan_.tile_offsets[tile] = next;
      begin_all(tile, &Part::shared);
      begin_all(tile, &Part::single);
    }
    plan_.tile_offsets.back() = next;
  }

  void fill(Part* parts, std::int64_t row) {
    std::int32_t entry = row_offsets_[row];
    const std::int32_t* count = counts_of(row);
    for (Part* to = parts; entry < end_of(row); ++to, ++count) {
      const std::int32_t shared = *count / kShare * kShare;
      for (std::int32_t i = 0; i < shared; ++i) put(to->shared++, row, entry++);
      for (std::int32_t i = shared; i < *count; ++i) put(to->single++, row, entry++);
    }
  }

  void put(std::int32_t at, std::int64_t row, std::int32_t entry) {
    plan_.entries[static_cast<std::size_t>(at)] = {static_cast<std::int32_t>(row), columns_[entry]};
    plan_.origins[static_cast<std::size_t>(at)] = entry;
  }

  std::int64_t rows_;
  std::size_t tiles_;
  int tile_bits_;
  const std::int32_t *row_offsets_, *columns_;
  std::vector<bool> crowded_;   // by block of rows
  std::int64_t tasks_;
  std::vector<std::int32_t> counts_;   // [rows, tiles] entries
  std::vector<Part> parts_;            // [tasks, tiles]
  SampledPlan plan_;
};

}   // namespace

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

}   // namespace lift
