#pragma once
// The leading eigenvectors of a Gram matrix by Chebyshev-filtered subspace iteration (Zhou, Saad, Tiago & Chelikowsky
// 2006): a block wider than the wanted rank is multiplied by a polynomial in G that is small on the unwanted part of
// the spectrum, orthonormalised and rotated to Ritz vectors, until the residuals bound the error of W_r.
// Used by low_rank, which falls back to gram_eigen. Private to core/spectra.
#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/spectra/gram_eigen.h"

namespace lift {

struct SubspaceRequest {
  std::int64_t rank = 0;
  double tolerance = 0;   // for the bound on |W_r - found|_F / |W_r|_F (residual_bound.h)
  int maximum_sweeps = 0;
  std::uint64_t seed = 0;   // for start vectors that `start` does not supply
  at::Tensor start;         // [q, any], or undefined
};

struct SubspaceOutcome {
  bool converged = false;
  LeadingPairs pairs;   // if converged
  at::Tensor basis;     // [q, block]: the whole block, for the next warm start; if converged
  int sweeps = 0;
};

// The block's width for a rank: wide enough for the filter to separate the wanted eigenvectors from the others.
std::int64_t subspace_block(std::int64_t rank, std::int64_t size);

// gram: [q, q], symmetric positive semi-definite, fp32 or fp64, contiguous; its diagonal is changed during the call and
// restored at the end. 1 <= rank < q.
SubspaceOutcome subspace_iteration(at::Tensor& gram, const SubspaceRequest& request);

}   // namespace lift
