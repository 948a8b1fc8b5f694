#pragma once
// Which data a heat map of a large matrix requests, and where it paints them. Pure functions of cells and pixels.
#include <vector>

#include <QRectF>
#include <QSizeF>

#include "core/selection/mask_summary.h"

namespace ui {

// The visible part of a matrix, in cells (x = columns, y = rows).
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

// The size in pixels from which a cell is drawn separately, and the wanted size of a tile.
inline constexpr double kCellPixels = 5, kTilePixels = 6;

// The request that covers `view` drawn on `pixels`, with a margin. Tiles have a power of two of cells and are aligned
// to it, so that a moved view requests the same tiles again. Single cells if these are large enough and at most a
// million.
TileRequest request_for(QRectF view, QSizeF pixels, std::int64_t rows, std::int64_t columns);

// A request for the whole matrix in about as many tiles as the pixels allow; shown first, and behind all others.
TileRequest overview_request(QSizeF pixels, std::int64_t rows, std::int64_t columns);

// The view of the whole matrix. It is stretched to the plot, so cells need not be square.
QRectF whole_matrix(std::int64_t rows, std::int64_t columns);
// Zooms by `factor` (< 1 = closer) around the cell at `anchor`, down to about 8 x 8 cells.
QRectF zoomed_view(QRectF view, QPointF anchor, double factor, std::int64_t rows, std::int64_t columns);
QRectF moved_view(QRectF view, QPointF by_cells, std::int64_t rows, std::int64_t columns);

// The cells of tile (r, c) of a grid (mask_summary.h).
lift::CellRectangle tile_cells(const lift::TileGrid& grid, std::int64_t tile_row, std::int64_t tile_column);
QRectF rect_of(const lift::CellRectangle& area);

// The value that 99 % of the tiles stay below, so that one extreme tile does not darken the rest; 0 if there is none.
double upper_end(std::vector<float> values);

}   // namespace ui
