#pragma once
// A selection as numbers for logs and the window: the values of a refresh event and the data of the heat map, from one
// value per matrix over tiles down to single cells. Made by selector and mask_tiles. Tensor-free.
#include <cstdint>
#include <string>
#include <vector>

#include "core/model/matrix_id.h"

namespace lift {

struct MatrixSelection {
  MatrixId id;
  std::int64_t rows = 0, columns = 0;
  std::int64_t entries = 0;                        // k, the number of selected entries
  double energy_share = 0;                         // |W_r|^2 / |W|^2; 0 if the criterion has no W_r
  double overlap_with_magnitude = 0;               // share that largest |W| selects too; 0 unless `detailed`
  std::vector<float> singular_values;              // the R singular values of W_r; empty if there is no W_r
  std::vector<std::uint32_t> entries_per_row;      // [rows]
  std::vector<std::uint32_t> entries_per_column;   // [columns]
  std::string method;                              // "subspace", "gram", "exact"; empty if there is no W_r
  bool fell_back = false;                          // the requested method did not converge, another was used
  // For an approximate W_r, shares of the selected entries that the exact W_r would select too: at least
  // `overlap_bound`, whatever the error within its bound; `overlap_expected` if the error is spread evenly.
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
  double overlap_bound = 1, overlap_expected = 1;      // weighted by the matrices' entries
  double seconds = 0;
};

// A part of a matrix; unit: cells.
struct CellRectangle {
  std::int64_t first_row = 0, first_column = 0, rows = 0, columns = 0;
};

// A rectangle cut into tile_rows x tile_columns tiles of nearly equal size; all vectors are row-major [tile_rows,
// tile_columns]. Tile row r covers rows first + r * rows / tile_rows up to, not including, the start of tile row r + 1.
struct TileGrid {
  CellRectangle area;
  std::int64_t tile_rows = 0, tile_columns = 0;
  std::vector<std::uint32_t> cells;        // number of cells in the tile
  std::vector<std::uint32_t> selected;     // number of selected cells among them
  std::vector<float> weight_magnitude;     // mean |W|; empty if no weight was given
  std::vector<float> low_rank_magnitude;   // mean |W_r|; empty if there is no W_r
};

// The single cells of a rectangle, row-major [area.rows, area.columns].
struct CellGrid {
  CellRectangle area;
  std::vector<float> weight;
  std::vector<float> low_rank;          // W_r; empty if there is none
  std::vector<std::uint8_t> selected;   // 0 or 1
};

}   // namespace lift
