#pragma once
// What a selection looks like from outside: the refresh event's numbers and the heat map's data, from the whole model
// (one value per matrix) over tiles down to single cells. Tensor-free values; made by selector and mask_tiles.
#include <cstdint>
#include <string>
#include <vector>

#include "core/model/matrix_id.h"

namespace lift {

struct MatrixSelection {
  MatrixId id;
  std::int64_t rows = 0, columns = 0;
  std::int64_t entries = 0;                        // k
  double energy_share = 0;                         // of |W|^2 in W_r; 0 where the criterion makes no W_r
  double overlap_with_magnitude = 0;               // share of the selected entries that plain |W| would select too
  std::vector<float> singular_values;              // the R of W_r; empty where there is no W_r
  std::vector<std::uint32_t> entries_per_row;      // [rows]
  std::vector<std::uint32_t> entries_per_column;   // [columns]
  std::string method;                              // "subspace", "gram", "exact"; empty where there is no W_r
  bool fell_back = false;                          // the wanted method did not converge
  // W_r is approximate: at least this share of the selected entries would be selected from the exact W_r too,
  // given the bound on the error; `overlap_expected` spreads the same error evenly instead of in the worst way.
  double overlap_bound = 1, overlap_expected = 1;
  double seconds = 0;

  double density() const {
    return rows && columns ? static_cast<double>(entries) / (static_cast<double>(rows) * columns) : 0;
  }
};

struct SelectionReport {
  std::string criterion;
  std::vector<MatrixSelection> matrices;
  std::int64_t total_entries = 0, total_weights = 0;   // over the selected matrices
  double overlap_bound = 1, overlap_expected = 1;      // over all entries
  double seconds = 0;
};

// A part of a matrix, in cells.
struct CellRectangle {
  std::int64_t first_row = 0, first_column = 0, rows = 0, columns = 0;
};

// A rectangle cut into tile_rows x tile_columns tiles of as equal size as can be; every value row-major, [tile_rows,
// tile_columns]. Tile r covers the rows first + r * rows / tile_rows up to first + (r + 1) * rows / tile_rows.
struct TileGrid {
  CellRectangle area;
  std::int64_t tile_rows = 0, tile_columns = 0;
  std::vector<std::uint32_t> cells;        // cells in the tile
  std::vector<std::uint32_t> selected;     // of those, selected
  std::vector<float> weight_magnitude;     // mean |W|; empty when not asked for
  std::vector<float> low_rank_magnitude;   // mean |W_r|; empty when there is no W_r
};

// Single cells of a rectangle, row-major [area.rows, area.columns].
struct CellGrid {
  CellRectangle area;
  std::vector<float> weight;
  std::vector<float> low_rank;          // empty when there is no W_r
  std::vector<std::uint8_t> selected;   // 0 or 1
};

}   // namespace lift
