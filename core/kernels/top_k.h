#pragma once
// The k entries of largest magnitude of a matrix, without sorting: a histogram over the magnitudes' bit patterns finds
// the bucket of the threshold, which is then resolved exactly. Of equal entries the lower flat index wins.
#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/kernels/sampled/sparse_pattern.h"

namespace lift {

// score_MN: fp32 or fp64 [rows, columns], contiguous; 0 <= k <= rows * columns. NaN counts as the smallest magnitude.
SparsePattern top_k_by_magnitude(const at::Tensor& score_MN, std::int64_t k);

}   // namespace lift
