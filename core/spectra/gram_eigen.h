#pragma once
// The leading right (or left) singular vectors as eigenvectors of the smaller Gram matrix. LAPACK computes all pairs;
// the leading ones are kept. Twice as fast as a full SVD for square matrices, more for others.
// Private to core/spectra.
#include <cstdint>

#include <ATen/core/Tensor.h>

namespace lift {

struct LeadingPairs {
  at::Tensor basis;             // [q, rank], orthonormal columns, largest eigenvalue first
  double next_eigenvalue = 0;   // an upper estimate of the (rank + 1)-th eigenvalue; 0 when there is none
};

// gram: [q, q], symmetric, fp32 or fp64; 1 <= rank <= q. Throws c10::LinAlgError when LAPACK fails.
LeadingPairs gram_eigen(const at::Tensor& gram, std::int64_t rank);

}   // namespace lift
