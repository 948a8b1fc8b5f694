#include "core/spectra/residual_bound.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <ATen/ops/linalg_cholesky.h>
#include <ATen/ops/linalg_eigh.h>
#include <ATen/ops/linalg_solve_triangular.h>
#include <ATen/ops/linalg_vector_norm.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/zeros.h>

#include "core/kernels/host_data.h"
#include "core/spectra/blocked_product.h"

namespace lift {
namespace {

// G X in fp64 = W^T (W X) for a tall W, a few rows of W at a time: no fp64 copy of the matrix.
at::Tensor apply_gram(const at::Tensor& matrix_MN, const at::Tensor& basis) {
  constexpr std::int64_t kRows = 192;
  const at::Tensor tall = matrix_MN.size(0) >= matrix_MN.size(1) ? matrix_MN : matrix_MN.t();
  at::Tensor product = at::zeros(basis.sizes(), basis.options());
  for (std::int64_t first = 0; first < tall.size(0); first += kRows) {
    const at::Tensor rows = tall.narrow(0, first, std::min(kRows, tall.size(0) - first)).to(at::kDouble);
    const at::Tensor projected = blocked_product(rows, basis);
    blocked_product(product, rows.t(), projected, 1, product, 1);
  }
  return product;
}

at::Tensor orthonormal(const at::Tensor& basis) {
  const at::Tensor upper = at::linalg_cholesky(at::mm(basis.t(), basis)).t();
  return at::linalg_solve_triangular(upper, basis, /*upper=*/true, /*left=*/false);
}

}   // namespace

double low_rank_error_bound(const double* theta, const double* residual_norms, std::int64_t rank,
                            double next_eigenvalue) {
  constexpr double kUnbounded = std::numeric_limits<double>::infinity();
  double energy = 0;
  for (std::int64_t i = 0; i < rank; ++i) energy += residual_norms[i] * residual_norms[i];
  const double first_gap = theta[rank - 1] - next_eigenvalue;
  if (!(first_gap > 0)) return kUnbounded;
  const double outside = next_eigenvalue + energy / first_gap;
  const double gap = theta[rank - 1] - outside;
  if (!(gap > 0)) return kUnbounded;
  double turned = 0;
  for (std::int64_t i = 0; i < rank; ++i) {
    const double angle = residual_norms[i] / (theta[i] - outside);
    turned += angle * angle;
  }
  return std::sqrt(energy / gap + 2 * outside * turned);
}

RitzCheck check_ritz(const at::Tensor& matrix_MN, const at::Tensor& basis, double next_eigenvalue, double energy) {
  const at::Tensor found = orthonormal(basis.to(at::kDouble));
  const at::Tensor applied = apply_gram(matrix_MN, found);
  const at::Tensor ritz = at::mm(found.t(), applied);
  const auto [ascending, rotation] = at::linalg_eigh(ritz.add(ritz.t()).mul(0.5));
  const at::Tensor turn = rotation.flip(1).contiguous();
  RitzCheck check{at::mm(found, turn), ascending.flip(0).contiguous(), 0};
  const at::Tensor residual = at::mm(applied, turn).sub(check.basis.mul(check.eigenvalues));
  const at::Tensor norms = on_host(at::linalg_vector_norm(residual, 2, {0}).contiguous());
  const at::Tensor eigenvalues = on_host(check.eigenvalues);
  const double* theta = host_data<double>(eigenvalues);
  double kept = 0;
  for (std::int64_t i = 0; i < eigenvalues.numel(); ++i) kept += theta[i];
  // Both energies are sums of millions of squares in fp64; the difference is only good to their rounding.
  const double rest = std::max(0.0, energy - kept) + 1e-13 * energy;
  check.error_bound = std::min(low_rank_error_bound(theta, host_data<double>(norms), norms.numel(), next_eigenvalue),
                               2 * std::sqrt(rest));
  return check;
}

}   // namespace lift
