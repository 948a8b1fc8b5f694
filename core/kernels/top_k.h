#pragma once
// The k entries of largest magnitude of a matrix, without a sort: histogram of the magnitudes' bit patterns, then the
// threshold bucket is resolved exactly. Ties are broken by the lower flat index, so the answer is unique.
#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/kernels/sampled/sparse_pattern.h"

namespace lift {

// score_MN: fp32 or fp64 [rows, columns], contiguous; 0 <= k <= rows*columns. NaN counts as the smallest.
SparsePattern top_k_by_magnitude(const at::Tensor& score_MN, std::int64_t k);

}   // namespace lift
