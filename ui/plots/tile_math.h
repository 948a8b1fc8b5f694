#pragma once
// What a heat map of a large matrix asks for and where it paints it. Pure: cells and pixels in, rectangles out.
#include <vector>

#include <QRectF>
#include <QSizeF>

#include "core/selection/mask_summary.h"

namespace ui {

// What is seen of a matrix, in cells (x = columns, y = rows).
struct MatrixView {
  QRectF cells;
  bool operator==(const MatrixView&) const = default;
};

struct TileRequest {
  bool single_cells = false;
  lift::CellRectangle area;   // whole tiles, inside the matrix
  std::int64_t tile_rows = 0, tile_columns = 0;
  bool operator==(const TileRequest& other) const;
};

// Pixels from which a cell is drawn by itself, and pixels a tile wants to have.
inline constexpr double kCellPixels = 5, kTilePixels = 6;

// The request that fills `view` on `pixels`: tiles of a power of two of cells aligned to that power, so that moving
// asks for the same tiles again, with a margin around; single cells when they are large enough and not more than a
// million.
TileRequest request_for(QRectF view, QSizeF pixels, std::int64_t rows, std::int64_t columns);

// The whole matrix in about as many tiles as pixels allow; what is shown first and behind everything.
TileRequest overview_request(QSizeF pixels, std::int64_t rows, std::int64_t columns);

// The view that shows the whole matrix; a matrix is stretched to the plot (its cells need not be square).
QRectF whole_matrix(std::int64_t rows, std::int64_t columns);
// Zooms by `factor` (< 1 = nearer) with the cell under `anchor` staying in place; down to about 8 x 8 cells.
QRectF zoomed_view(QRectF view, QPointF anchor, double factor, std::int64_t rows, std::int64_t columns);
QRectF moved_view(QRectF view, QPointF by_cells, std::int64_t rows, std::int64_t columns);

// The cells of tile (r, c) of a grid, as mask_summary.h says.
lift::CellRectangle tile_cells(const lift::TileGrid& grid, std::int64_t tile_row, std::int64_t tile_column);
QRectF rect_of(const lift::CellRectangle& area);

// The value that 99 of 100 tiles stay under, so that one hot tile does not darken the rest; 0 without a number.
double upper_end(std::vector<float> values);

}   // namespace ui
