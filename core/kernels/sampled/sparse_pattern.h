#pragma once
// Which entries of one matrix train, as compressed rows. Entry e lies at (row, columns[e]) where
// row_offsets[row] <= e < row_offsets[row + 1]; columns ascend within a row, so entries are in flat order.
// The one form that kernels, optimizer, selection and checkpoint share.
#include <cstdint>

#include <ATen/core/Tensor.h>

namespace lift {

struct SparsePattern {
  std::int64_t rows = 0, columns_count = 0;
  at::Tensor row_offsets;   // int32 [rows + 1]; both on one device, for a kernel on its operands'
  at::Tensor columns;       // int32 [entries]
  std::int64_t entries() const { return columns.defined() ? columns.numel() : 0; }
};

}   // namespace lift
