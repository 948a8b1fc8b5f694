#pragma once
// Bounds the distance between a computed subspace and the leading singular subspace. Residuals are computed on the
// matrix itself in fp64, so that they include the rounding errors of the Gram matrix.
//
// With G the Gram matrix, X the computed basis, theta_i its Ritz values and r_i = G x_i - theta_i x_i:
//   |W_r - W X X^T|_F^2 <= sum |r_i|^2 / (theta_R - c) + 2 c sum (|r_i| / (theta_i - c))^2.
// The first term bounds the energy that X misses (quadratic residual bound: Mathias 1998), the second the angles
// (Davis & Kahan 1970, vector by vector). c < theta_R bounds the eigenvalues of G outside X: the (R+1)-th one plus
// sum |r_i|^2 / gap. Whatever the gap, the error is at most 2 |W - W X X^T|_F. Private to core/spectra.
#include <ATen/core/Tensor.h>

namespace lift {

struct RitzCheck {
  at::Tensor basis;         // fp64 [q, rank]: the basis orthonormalised in fp64 and rotated to Ritz vectors
  at::Tensor eigenvalues;   // fp64 [rank], descending
  double error_bound = 0;   // of W X X^T, in the units of the weights
};

// matrix_MN: [m, n]; basis: [min(m, n), rank]; next_eigenvalue: upper estimate of G's (rank + 1)-th; energy: |W|_F^2.
RitzCheck check_ritz(const at::Tensor& matrix_MN, const at::Tensor& basis, double next_eigenvalue, double energy);

// The bound above from its inputs. theta is descending.
double low_rank_error_bound(const double* theta, const double* residual_norms, std::int64_t rank,
                            double next_eigenvalue);

}   // namespace lift
