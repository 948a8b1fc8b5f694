#pragma once
// Which entries of one matrix are trained, in compressed sparse row form: entry e is at (row, columns[e]) where
// row_offsets[row] <= e < row_offsets[row + 1]. Columns ascend within a row, so entries are in flat order.
// Shared by kernels, optimizer, selection and checkpoint.
#include <cstdint>

#include <ATen/core/Tensor.h>

namespace lift {

struct SparsePattern {
  std::int64_t rows = 0, columns_count = 0;
  at::Tensor row_offsets;   // int32 [rows + 1]; both tensors are on the device of the kernel's operands
  at::Tensor columns;       // int32 [entries]
  std::int64_t entries() const { return columns.defined() ? columns.numel() : 0; }
};

}   // namespace lift
