#pragma once
// The leading right (or left) singular vectors as eigenvectors of the smaller Gram matrix, by LAPACK: all pairs are
// computed, the leading ones kept. Twice as fast as a full SVD of a square matrix, more for others.
// Private to core/spectra.
#include <cstdint>

#include <ATen/core/Tensor.h>

namespace lift {

struct LeadingPairs {
  at::Tensor basis;             // [q, rank], orthonormal columns, strongest first
  double next_eigenvalue = 0;   // an upper estimate of the (rank + 1)-th eigenvalue; 0 when there is none
};

// gram [q, q], symmetric, fp32 or fp64; 1 <= rank <= q. Throws what LAPACK's failure throws (c10::LinAlgError).
LeadingPairs gram_eigen(const at::Tensor& gram, std::int64_t rank);

}   // namespace lift
