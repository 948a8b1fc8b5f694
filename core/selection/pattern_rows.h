#pragma once
// Reads a SparsePattern on the CPU row by row. A view: the pattern must outlive it. Thread: any.
#include <cstdint>
#include <span>

#include "core/kernels/host_data.h"
#include "core/kernels/sampled/sparse_pattern.h"

namespace lift {

class PatternRows {
 public:
  explicit PatternRows(const SparsePattern& pattern)
      : offsets_(host_data<std::int32_t>(pattern.row_offsets)), columns_(host_data<std::int32_t>(pattern.columns)) {}

  std::int64_t first_entry(std::int64_t row) const { return offsets_[row]; }
  // The row's selected columns, ascending.
  std::span<const std::int32_t> columns(std::int64_t row) const {
    return {columns_ + offsets_[row], static_cast<std::size_t>(offsets_[row + 1] - offsets_[row])};
  }

 private:
  const std::int32_t* offsets_;
  const std::int32_t* columns_;
};

}   // namespace lift
