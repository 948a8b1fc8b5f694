#pragma once
// Computes the heat map's values (mask_summary.h) from tensors. Used by session/ for the window. Thread: the engine's.
#include <cstdint>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/kernels/sampled/sparse_pattern.h"
#include "core/selection/mask_summary.h"

namespace lift {

// weight, low_rank: [rows, columns] as the pattern, or undefined; the grid's vector of an undefined tensor is empty.
// A tile count above the rectangle's size is reduced to one cell per tile.
// Errors: InvalidArgument (rectangle outside the matrix or empty, no tiles).
Result<TileGrid> tile_grid(const SparsePattern& pattern, const at::Tensor& weight, const at::Tensor& low_rank,
                           CellRectangle area, std::int64_t tile_rows, std::int64_t tile_columns);

// weight must be defined, low_rank may be undefined. Errors: InvalidArgument, also above 4 million cells.
Result<CellGrid> cell_grid(const SparsePattern& pattern, const at::Tensor& weight, const at::Tensor& low_rank,
                           CellRectangle area);

std::vector<std::uint32_t> entries_per_row(const SparsePattern& pattern);
std::vector<std::uint32_t> entries_per_column(const SparsePattern& pattern);

}   // namespace lift
