#pragma once
// W_r from singular values that need not be the leading ones: sum of s_i u_i v_i^T over the chosen i. What the paper
// compares its choice with (LIFT, arXiv 2506.00772, figure 7b). Thread: any; uses ATen's pool.
#include <cstdint>
#include <span>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/spectra/low_rank.h"

namespace lift {

// weight [rows, columns] of any floating dtype; which: ascending, each in [0, min(rows, columns)), 0 = the strongest.
// By the full SVD in fp64, so that the smallest values are as good as the largest: `method` is Exact, `error_bound` 0,
// `singular_values` are the chosen ones. Errors: NonFinite, OutOfMemory, Internal.
Result<LowRankResult> approximation_of(const at::Tensor& weight, std::span<const std::int64_t> which);

struct SingularFactors {
  at::Tensor left_MR;    // fp64, orthonormal columns
  at::Tensor values;     // fp64 [rank], descending
  at::Tensor right_RN;   // fp64, orthonormal rows
};

// The `rank` leading ones: W_r = left diag(values) right, by all eigenpairs of the smaller Gram matrix in fp64.
// 1 <= rank <= min(rows, columns). Errors: NonFinite, OutOfMemory, Internal.
Result<SingularFactors> leading_singular_factors(const at::Tensor& weight, std::int64_t rank);

}   // namespace lift
