#include "ui/plots/tile_math.h"

#include <algorithm>
#include <cmath>

#include "ui/plots/axis_math.h"

namespace ui {

namespace {

constexpr std::int64_t kMostCells = 1'000'000;
constexpr double kLeastCells = 8;

// The least power of two of cells that is at least `pixels` wide.
std::int64_t tile_side(double cells, double pixels) {
  const double cells_per_tile = cells / std::max(1.0, pixels) * kTilePixels;
  std::int64_t side = 1;
  while (static_cast<double>(side) < cells_per_tile * 0.75) side *= 2;
  return side;
}

struct Span {
  std::int64_t first, count;
};

// The cells first .. last with a margin of a quarter, on multiples of `side`.
Span aligned(double from, double to, std::int64_t side, std::int64_t limit) {
  const double margin = 0.25 * (to - from);
  const std::int64_t first =
      std::max<std::int64_t>(0, static_cast<std::int64_t>(std::floor((from - margin) / static_cast<double>(side)))) *
      side;
  std::int64_t last = static_cast<std::int64_t>(std::ceil((to + margin) / static_cast<double>(side))) * side;
  last = std::min(last, limit);
  return {std::min(first, limit), std::max<std::int64_t>(0, last - first)};
}

bool same(const lift::CellRectangle& a, const lift::CellRectangle& b) {
  return a.first_row == b.first_row && a.first_column == b.first_column && a.rows == b.rows && a.columns == b.columns;
}

}   // namespace

bool TileRequest::operator==(const TileRequest& other) const {
  return single_cells == other.single_cells && same(area, other.area) && tile_rows == other.tile_rows &&
         tile_columns == other.tile_columns;
}

TileRequest request_for(QRectF view, QSizeF pixels, std::int64_t rows, std::int64_t columns) {
  const double cell_width = pixels.width() / std::max(1e-9, view.width());
  const double cell_height = pixels.height() / std::max(1e-9, view.height());
  const bool cells = std::min(cell_width, cell_height) >= kCellPixels;
  const std::int64_t tall = cells ? 1 : tile_side(view.height(), pixels.height());
  const std::int64_t wide = cells ? 1 : tile_side(view.width(), pixels.width());
  const Span down = aligned(view.top(), view.bottom(), tall, rows);
  const Span across = aligned(view.left(), view.right(), wide, columns);
  TileRequest request;
  request.area = {down.first, across.first, down.count, across.count};
  request.single_cells = cells && down.count * across.count <= kMostCells;
  if (!request.single_cells) {
    request.tile_rows = (down.count + tall - 1) / tall;
    request.tile_columns = (across.count + wide - 1) / wide;
  }
  return request;
}

TileRequest overview_request(QSizeF pixels, std::int64_t rows, std::int64_t columns) {
  TileRequest request;
  request.area = {0, 0, rows, columns};
  const auto tiles = [](std::int64_t cells, double room) {
    const std::int64_t side = tile_side(static_cast<double>(cells), room);
    return std::max<std::int64_t>(1, (cells + side - 1) / side);
  };
  request.tile_rows = tiles(rows, pixels.height());
  request.tile_columns = tiles(columns, pixels.width());
  return request;
}

QRectF whole_matrix(std::int64_t rows, std::int64_t columns) {
  return {0, 0, static_cast<double>(columns), static_cast<double>(rows)};
}

QRectF zoomed_view(QRectF view, QPointF anchor, double factor, std::int64_t rows, std::int64_t columns) {
  const Range x =
      zoomed({view.left(), view.right()}, anchor.x(), factor, {0, static_cast<double>(columns)}, kLeastCells);
  const Range y = zoomed({view.top(), view.bottom()}, anchor.y(), factor, {0, static_cast<double>(rows)}, kLeastCells);
  return {x.lower, y.lower, x.size(), y.size()};
}

QRectF moved_view(QRectF view, QPointF by, std::int64_t rows, std::int64_t columns) {
  const Range x = moved({view.left(), view.right()}, by.x(), {0, static_cast<double>(columns)});
  const Range y = moved({view.top(), view.bottom()}, by.y(), {0, static_cast<double>(rows)});
  return {x.lower, y.lower, x.size(), y.size()};
}

lift::CellRectangle tile_cells(const lift::TileGrid& grid, std::int64_t r, std::int64_t c) {
  const auto edge = [](std::int64_t first, std::int64_t size, std::int64_t index, std::int64_t tiles) {
    return first + index * size / tiles;
  };
  const auto& area = grid.area;
  const std::int64_t top = edge(area.first_row, area.rows, r, grid.tile_rows);
  const std::int64_t left = edge(area.first_column, area.columns, c, grid.tile_columns);
  return {top, left, edge(area.first_row, area.rows, r + 1, grid.tile_rows) - top,
          edge(area.first_column, area.columns, c + 1, grid.tile_columns) - left};
}

QRectF rect_of(const lift::CellRectangle& area) {
  return {static_cast<double>(area.first_column), static_cast<double>(area.first_row),
          static_cast<double>(area.columns), static_cast<double>(area.rows)};
}

double upper_end(std::vector<float> values) {
  std::erase_if(values, [](float value) { return !std::isfinite(value); });
  if (values.empty()) return 0;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(values.size() - 1) * 0.99);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

}   // namespace ui
