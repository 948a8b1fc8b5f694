#include "core/selection/mask_tiles.h"

#include <algorithm>
#include <cmath>

#include <ATen/Parallel.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/say.h"
#include "core/kernels/host_data.h"
#include "core/selection/pattern_rows.h"
#include "core/selection/weight_magnitude.h"

namespace lift {
namespace {

constexpr std::int64_t kLargestCellGrid = 4'000'000;

Status check_area(const SparsePattern& pattern, const CellRectangle& area) {
  const bool inside = area.first_row >= 0 && area.first_column >= 0 && area.rows > 0 && area.columns > 0 &&
                      area.first_row <= pattern.rows - area.rows &&
                      area.first_column <= pattern.columns_count - area.columns;
  if (inside) return {};
  return make_error(ErrorCode::InvalidArgument, say("heat map"),
                    say("expected a rectangle inside {} x {} cells, found {} x {} at row {}, column {}", pattern.rows,
                        pattern.columns_count, area.rows, area.columns, area.first_row, area.first_column));
}

Status check_shape(const SparsePattern& pattern, const at::Tensor& matrix, const Sentence& name) {
  if (!matrix.defined() ||
      (matrix.dim() == 2 && matrix.size(0) == pattern.rows && matrix.size(1) == pattern.columns_count))
    return {};
  return make_error(ErrorCode::InvalidArgument, say("heat map"),
                    say("expected {} of {} x {} cells, found {}", name, pattern.rows, pattern.columns_count,
                        fmt::join(matrix.sizes(), " x ")));
}

// Where tile t of `tiles` starts, counted from the area's edge.
std::int64_t tile_start(std::int64_t tile, std::int64_t size, std::int64_t tiles) { return tile * size / tiles; }

// The tile that a cell lies in: the last one that starts at or before it.
std::int64_t tile_of(std::int64_t cell, std::int64_t size, std::int64_t tiles) {
  return ((cell + 1) * tiles - 1) / size;
}

at::Tensor area_of(const at::Tensor& matrix, const CellRectangle& area) {
  return as_score(on_host(matrix.narrow(0, area.first_row, area.rows).narrow(1, area.first_column, area.columns)));
}

template <class T>
void mean_magnitudes(const T* values, TileGrid& grid, std::vector<float>& means) {
  const CellRectangle& area = grid.area;
  at::parallel_for(0, grid.tile_rows, 1, [&](std::int64_t begin, std::int64_t end) {
    std::vector<double> sums(static_cast<std::size_t>(grid.tile_columns));
    for (std::int64_t tile_row = begin; tile_row < end; ++tile_row) {
      std::ranges::fill(sums, 0.0);
      for (std::int64_t row = tile_start(tile_row, area.rows, grid.tile_rows);
           row < tile_start(tile_row + 1, area.rows, grid.tile_rows); ++row)
        for (std::int64_t tile = 0; tile < grid.tile_columns; ++tile)
          for (std::int64_t column = tile_start(tile, area.columns, grid.tile_columns);
               column < tile_start(tile + 1, area.columns, grid.tile_columns); ++column)
            sums[static_cast<std::size_t>(tile)] += std::abs(static_cast<double>(values[row * area.columns + column]));
      for (std::int64_t tile = 0; tile < grid.tile_columns; ++tile) {
        const auto at = static_cast<std::size_t>(tile_row * grid.tile_columns + tile);
        means[at] = static_cast<float>(sums[static_cast<std::size_t>(tile)] / grid.cells[at]);
      }
    }
  });
}

std::vector<float> mean_magnitudes(const at::Tensor& matrix, TileGrid& grid) {
  std::vector<float> means;
  if (!matrix.defined()) return means;
  means.resize(grid.cells.size());
  const at::Tensor area = area_of(matrix, grid.area);
  if (area.scalar_type() == at::kDouble) mean_magnitudes(host_data<double>(area), grid, means);
  else mean_magnitudes(host_data<float>(area), grid, means);
  return means;
}

void count_cells(TileGrid& grid) {
  for (std::int64_t r = 0; r < grid.tile_rows; ++r)
    for (std::int64_t c = 0; c < grid.tile_columns; ++c)
      grid.cells.push_back(static_cast<std::uint32_t>(
          (tile_start(r + 1, grid.area.rows, grid.tile_rows) - tile_start(r, grid.area.rows, grid.tile_rows)) *
          (tile_start(c + 1, grid.area.columns, grid.tile_columns) -
           tile_start(c, grid.area.columns, grid.tile_columns))));
}

void count_selected(const SparsePattern& pattern, TileGrid& grid) {
  const CellRectangle& area = grid.area;
  grid.selected.assign(grid.cells.size(), 0);
  const PatternRows rows(pattern);
  for (std::int64_t row = 0; row < area.rows; ++row) {
    const std::int64_t first_tile = tile_of(row, area.rows, grid.tile_rows) * grid.tile_columns;
    const auto columns = rows.columns(area.first_row + row);
    for (auto at = std::ranges::lower_bound(columns, area.first_column);
         at != columns.end() && *at < area.first_column + area.columns; ++at)
      ++grid.selected[static_cast<std::size_t>(first_tile +
                                               tile_of(*at - area.first_column, area.columns, grid.tile_columns))];
  }
}

std::vector<float> values_of(const at::Tensor& matrix, const CellRectangle& area) {
  if (!matrix.defined()) return {};
  const at::Tensor values = area_of(matrix, area).to(at::kFloat).contiguous();
  const float* data = host_data<float>(values);
  return {data, data + values.numel()};
}

}   // namespace

Result<TileGrid> tile_grid(const SparsePattern& pattern, const at::Tensor& weight, const at::Tensor& low_rank,
                           CellRectangle area, std::int64_t tile_rows, std::int64_t tile_columns) {
  LIFT_RETURN_IF_ERROR(check_area(pattern, area));
  LIFT_RETURN_IF_ERROR(check_shape(pattern, weight, say("a weight")));
  LIFT_RETURN_IF_ERROR(check_shape(pattern, low_rank, say("a low-rank matrix")));
  if (tile_rows < 1 || tile_columns < 1)
    return make_error(ErrorCode::InvalidArgument, say("heat map"),
                      say("expected 1 tile or more each way, found {} x {}", tile_rows, tile_columns));
  TileGrid grid{area, std::min(tile_rows, area.rows), std::min(tile_columns, area.columns), {}, {}, {}, {}};
  count_cells(grid);
  count_selected(pattern, grid);
  grid.weight_magnitude = mean_magnitudes(weight, grid);
  grid.low_rank_magnitude = mean_magnitudes(low_rank, grid);
  return grid;
}

Result<CellGrid> cell_grid(const SparsePattern& pattern, const at::Tensor& weight, const at::Tensor& low_rank,
                           CellRectangle area) {
  LIFT_RETURN_IF_ERROR(check_area(pattern, area));
  LIFT_CHECK(weight.defined(), "cell_grid: a weight");
  LIFT_RETURN_IF_ERROR(check_shape(pattern, weight, say("a weight")));
  LIFT_RETURN_IF_ERROR(check_shape(pattern, low_rank, say("a low-rank matrix")));
  if (area.rows > kLargestCellGrid / area.columns)
    return make_error(ErrorCode::InvalidArgument, say("heat map"),
                      say("expected at most {} cells, found {} x {}", kLargestCellGrid, area.rows, area.columns),
                      say("Ask for tiles of a rectangle this large"));
  CellGrid grid{area, values_of(weight, area), values_of(low_rank, area), {}};
  grid.selected.assign(grid.weight.size(), 0);
  const PatternRows rows(pattern);
  for (std::int64_t row = 0; row < area.rows; ++row) {
    const auto columns = rows.columns(area.first_row + row);
    for (auto at = std::ranges::lower_bound(columns, area.first_column);
         at != columns.end() && *at < area.first_column + area.columns; ++at)
      grid.selected[static_cast<std::size_t>(row * area.columns + *at - area.first_column)] = 1;
  }
  return grid;
}

std::vector<std::uint32_t> entries_per_row(const SparsePattern& pattern) {
  const PatternRows rows(pattern);
  std::vector<std::uint32_t> counts;
  for (std::int64_t row = 0; row < pattern.rows; ++row)
    counts.push_back(static_cast<std::uint32_t>(rows.columns(row).size()));
  return counts;
}

std::vector<std::uint32_t> entries_per_column(const SparsePattern& pattern) {
  std::vector<std::uint32_t> counts(static_cast<std::size_t>(pattern.columns_count), 0);
  const auto* columns = host_data<std::int32_t>(pattern.columns);
  for (std::int64_t e = 0; e < pattern.entries(); ++e) ++counts[static_cast<std::size_t>(columns[e])];
  return counts;
}

}   // namespace lift
