#include "core/selection/sparse_mask.h"

#include <algorithm>
#include <vector>

#include <ATen/Parallel.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/index_select.h>
#include <ATen/ops/zeros.h>

#include "core/base/check.h"
#include "core/kernels/host_data.h"
#include "core/selection/pattern_rows.h"

namespace lift {
namespace {

void check_same_shape(const SparsePattern& a, const SparsePattern& b) {
  LIFT_CHECK(a.rows == b.rows && a.columns_count == b.columns_count, "patterns of one shape");
}

// A pattern from what `emit(row, columns)` appends for each row.
template <class Emit>
SparsePattern build_pattern(std::int64_t rows, std::int64_t columns_count, Emit&& emit) {
  std::vector<std::int32_t> offsets{0}, columns;
  offsets.reserve(static_cast<std::size_t>(rows) + 1);
  for (std::int64_t row = 0; row < rows; ++row) {
    emit(row, columns);
    offsets.push_back(static_cast<std::int32_t>(columns.size()));
  }
  SparsePattern pattern{rows, columns_count, at::empty({rows + 1}, at::TensorOptions().dtype(at::kInt)),
                        at::empty({static_cast<std::int64_t>(columns.size())}, at::TensorOptions().dtype(at::kInt))};
  std::copy(offsets.begin(), offsets.end(), mutable_host_data<std::int32_t>(pattern.row_offsets));
  std::copy(columns.begin(), columns.end(), mutable_host_data<std::int32_t>(pattern.columns));
  return pattern;
}

}   // namespace

SparsePattern empty_pattern(std::int64_t rows, std::int64_t columns) {
  const auto options = at::TensorOptions().dtype(at::kInt);
  return {rows, columns, at::zeros({rows + 1}, options), at::empty({0}, options)};
}

SparsePattern full_pattern(std::int64_t rows, std::int64_t columns) {
  const auto options = at::TensorOptions().dtype(at::kInt);
  return {rows, columns, at::arange(0, (rows + 1) * columns, std::max<std::int64_t>(1, columns), options),
          at::arange(columns, options).repeat({rows})};
}

SparsePattern pattern_of_mask(const at::Tensor& mask_MN) {
  LIFT_CHECK(mask_MN.dim() == 2 && mask_MN.scalar_type() == at::kBool, "a mask is a bool matrix");
  const at::Tensor mask = on_host(mask_MN).contiguous();
  const bool* set = host_data<bool>(mask);
  const std::int64_t columns_count = mask.size(1);
  return build_pattern(mask.size(0), columns_count, [&](std::int64_t row, std::vector<std::int32_t>& columns) {
    for (std::int64_t column = 0; column < columns_count; ++column)
      if (set[row * columns_count + column]) columns.push_back(static_cast<std::int32_t>(column));
  });
}

at::Tensor mask_of_pattern(const SparsePattern& pattern) {
  at::Tensor mask = at::zeros({pattern.rows, pattern.columns_count}, at::TensorOptions().dtype(at::kBool));
  bool* set = mutable_host_data<bool>(mask);
  const PatternRows rows(pattern);
  for (std::int64_t row = 0; row < pattern.rows; ++row)
    for (std::int32_t column : rows.columns(row)) set[row * pattern.columns_count + column] = true;
  return mask;
}

at::Tensor flat_indices(const SparsePattern& pattern) {
  at::Tensor indices = at::empty({pattern.entries()}, at::TensorOptions().dtype(at::kLong));
  auto* out = mutable_host_data<std::int64_t>(indices);
  const PatternRows rows(pattern);
  at::parallel_for(0, pattern.rows, 64, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t row = begin; row < end; ++row) {
      std::int64_t* at = out + rows.first_entry(row);
      for (std::int32_t column : rows.columns(row)) *at++ = row * pattern.columns_count + column;
    }
  });
  return indices;
}

at::Tensor gather_entries(const at::Tensor& dense_MN, const SparsePattern& pattern) {
  LIFT_CHECK(dense_MN.dim() == 2 && dense_MN.size(0) == pattern.rows && dense_MN.size(1) == pattern.columns_count,
             "gather_entries: a matrix of the pattern's shape");
  return dense_MN.reshape({-1}).index_select(0, flat_indices(pattern).to(dense_MN.device()));
}

SparsePattern on_host(const SparsePattern& pattern) {
  return {pattern.rows, pattern.columns_count, on_host(pattern.row_offsets), on_host(pattern.columns)};
}

SparsePattern sent_to(const SparsePattern& pattern, at::Device device) {
  return {pattern.rows, pattern.columns_count, sent_to(pattern.row_offsets, device), sent_to(pattern.columns, device)};
}

std::int64_t shared_entries(const SparsePattern& a, const SparsePattern& b) {
  check_same_shape(a, b);
  const PatternRows rows_a(a), rows_b(b);
  std::int64_t shared = 0;
  for (std::int64_t row = 0; row < a.rows; ++row) {
    const auto left = rows_a.columns(row), right = rows_b.columns(row);
    auto i = left.begin();
    auto j = right.begin();
    while (i != left.end() && j != right.end()) {
      shared += *i == *j;
      const bool step_left = *i <= *j, step_right = *j <= *i;
      i += step_left;
      j += step_right;
    }
  }
  return shared;
}

SparsePattern pattern_union(const SparsePattern& a, const SparsePattern& b) {
  check_same_shape(a, b);
  const PatternRows rows_a(a), rows_b(b);
  return build_pattern(a.rows, a.columns_count, [&](std::int64_t row, std::vector<std::int32_t>& columns) {
    std::ranges::set_union(rows_a.columns(row), rows_b.columns(row), std::back_inserter(columns));
  });
}

SparsePattern pattern_difference(const SparsePattern& a, const SparsePattern& b) {
  check_same_shape(a, b);
  const PatternRows rows_a(a), rows_b(b);
  return build_pattern(a.rows, a.columns_count, [&](std::int64_t row, std::vector<std::int32_t>& columns) {
    std::ranges::set_difference(rows_a.columns(row), rows_b.columns(row), std::back_inserter(columns));
  });
}

bool same_pattern(const SparsePattern& a, const SparsePattern& b) {
  return a.rows == b.rows && a.columns_count == b.columns_count && a.entries() == b.entries() &&
         a.row_offsets.equal(b.row_offsets) && a.columns.equal(b.columns);
}

bool well_formed(const SparsePattern& pattern) {
  const auto is_int32_list = [](const at::Tensor& tensor) {
    return tensor.defined() && tensor.dim() == 1 && tensor.is_contiguous() && tensor.scalar_type() == at::kInt;
  };
  if (pattern.rows < 0 || pattern.columns_count < 0 || !is_int32_list(pattern.row_offsets) ||
      !is_int32_list(pattern.columns) || pattern.row_offsets.numel() != pattern.rows + 1)
    return false;
  const auto* offsets = host_data<std::int32_t>(pattern.row_offsets);
  if (offsets[0] != 0 || offsets[pattern.rows] != pattern.entries()) return false;
  for (std::int64_t row = 0; row < pattern.rows; ++row)
    if (offsets[row] > offsets[row + 1]) return false;
  const PatternRows rows(pattern);
  for (std::int64_t row = 0; row < pattern.rows; ++row) {
    std::int64_t before = -1;
    for (std::int32_t column : rows.columns(row)) {
      if (column <= before || column >= pattern.columns_count) return false;
      before = column;
    }
  }
  return true;
}

}   // namespace lift
