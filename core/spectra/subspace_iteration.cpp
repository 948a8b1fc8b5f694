#include "core/spectra/subspace_iteration.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/linalg_cholesky_ex.h>
#include <ATen/ops/linalg_eigh.h>
#include <ATen/ops/linalg_solve_triangular.h>
#include <ATen/ops/linalg_vector_norm.h>
#include <ATen/ops/mm.h>

#include "core/base/seed.h"
#include "core/kernels/host_data.h"
#include "core/spectra/blocked_product.h"
#include "core/spectra/residual_bound.h"

namespace lift {
namespace {

// One polynomial must not stretch the first Ritz vector against the last wanted one by more than what leaves fp32
// some digits of the latter.
constexpr double kLargestStretch = 1e6;
constexpr int kLargestDegree = 12;

// With `like`'s dtype and device; the same numbers on every device.
at::Tensor random_block(std::int64_t size, std::int64_t width, std::uint64_t seed, const at::Tensor& like) {
  at::Tensor block = at::empty({size, width}, at::TensorOptions().dtype(at::kDouble));
  RandomStream stream(seed);
  double* values = mutable_host_data<double>(block);
  for (std::int64_t i = 0; i < block.numel(); ++i) values[i] = stream.normal();
  return block.to(like.options());
}

at::Tensor start_block(const SubspaceRequest& request, const at::Tensor& gram, std::int64_t width) {
  const std::int64_t size = gram.size(0);
  const at::Tensor& start = request.start;
  if (!start.defined() || start.dim() != 2 || start.size(0) != size)
    return random_block(size, width, request.seed, gram);
  const std::int64_t known = std::min(width, start.size(1));
  const at::Tensor given = start.narrow(1, 0, known).to(gram.options());
  if (known == width) return given.clone();
  return at::cat({given, random_block(size, width - known, request.seed, gram)}, 1);
}

// Cholesky QR in fp64. False: the columns are dependent.
bool make_orthonormal(at::Tensor& block) {
  at::Tensor wide = block.to(at::kDouble);
  wide = wide.div(at::linalg_vector_norm(wide, 2, {0}).clamp_min(1e-300));
  const auto [lower, failure] = at::linalg_cholesky_ex(at::mm(wide.t(), wide));
  if (failure.item().toInt() != 0) return false;
  block.copy_(at::linalg_solve_triangular(lower.t(), wide, /*upper=*/true, /*left=*/false));
  return true;
}

std::vector<double> host_list(const at::Tensor& values) {
  const at::Tensor host = on_host(values);
  return {host_data<double>(host), host_data<double>(host) + host.numel()};
}

struct RitzBlock {
  at::Tensor vectors, applied;     // X and G X, strongest first
  std::vector<double> values;      // theta
  std::vector<double> residuals;   // |G x - theta x|
};

RitzBlock rayleigh_ritz(const at::Tensor& gram, const at::Tensor& block) {
  RitzBlock ritz;
  const at::Tensor applied = blocked_product(gram, block);
  const at::Tensor wide = block.to(at::kDouble), applied_wide = applied.to(at::kDouble);
  const at::Tensor projected = at::mm(wide.t(), applied_wide);
  const auto [ascending, rotation] = at::linalg_eigh(projected.add(projected.t()).mul(0.5));
  const at::Tensor turn = rotation.flip(1).contiguous(), values = ascending.flip(0).contiguous();
  const at::Tensor turned = at::mm(wide, turn), turned_applied = at::mm(applied_wide, turn);
  const at::Tensor norms = at::linalg_vector_norm(turned_applied.sub(turned.mul(values)), 2, {0}).contiguous();
  ritz.vectors = turned.to(block.scalar_type());
  ritz.applied = turned_applied.to(block.scalar_type());
  ritz.values = host_list(values);
  ritz.residuals = host_list(norms);
  return ritz;
}

double next_eigenvalue(const RitzBlock& ritz, std::size_t rank) { return ritz.values[rank] + ritz.residuals[rank]; }

double relative_bound(const RitzBlock& ritz, std::size_t rank) {
  double energy = 0;
  for (std::size_t i = 0; i < rank; ++i) energy += std::max(0.0, ritz.values[i]);
  return low_rank_error_bound(ritz.values.data(), ritz.residuals.data(), static_cast<std::int64_t>(rank),
                              next_eigenvalue(ritz, rank)) /
         std::sqrt(energy);
}

// The filter is the Chebyshev polynomial of degree d on [0, edge]. Its degree: as far as the error has to fall, but not
// beyond the stretch that the first Ritz vector allows.
int filter_degree(const RitzBlock& ritz, std::size_t rank, double edge, double reduction) {
  const double wanted = std::acosh(std::max(1.0 + 1e-6, 2 * ritz.values[rank - 1] / edge - 1));
  const double first = std::acosh(std::max(1.0 + 1e-6, 2 * ritz.values[0] / edge - 1));
  const double needed = std::acosh(std::max(2.0, reduction)) / wanted + 1;
  const double allowed = std::log(kLargestStretch) / std::max(1e-3, first - wanted);
  return static_cast<int>(std::clamp(std::min(needed, allowed), 2.0, static_cast<double>(kLargestDegree)));
}

// vectors and applied (G vectors) become T_d(G) vectors by the three-term recurrence. gram holds G - edge/2 then.
at::Tensor filtered(const at::Tensor& shifted_gram, const RitzBlock& ritz, double edge, int degree) {
  at::Tensor before = ritz.vectors;
  at::Tensor now = ritz.applied.mul(2 / edge).sub_(before);
  at::Tensor next = at::empty_like(now);
  for (int d = 2; d <= degree; ++d) {
    blocked_product(next, shifted_gram, now, 4 / edge, before, -1);
    std::swap(before, now);
    std::swap(now, next);
  }
  return now;
}

}   // namespace

std::int64_t subspace_block(std::int64_t rank, std::int64_t size) {
  return std::min(size, rank + std::max<std::int64_t>(16, rank / 2));
}

SubspaceOutcome subspace_iteration(at::Tensor& gram, const SubspaceRequest& request) {
  const auto rank = static_cast<std::size_t>(request.rank);
  const std::int64_t width = subspace_block(request.rank, gram.size(0));
  SubspaceOutcome outcome;
  if (width <= request.rank) return outcome;
  at::Tensor diagonal = gram.diagonal();
  const at::Tensor original = diagonal.clone();
  at::Tensor block = start_block(request, gram, width);
  if (!request.start.defined()) block = blocked_product(gram, block);
  while (outcome.sweeps < request.maximum_sweeps && make_orthonormal(block)) {
    const RitzBlock ritz = rayleigh_ritz(gram, block);
    ++outcome.sweeps;
    const double bound = relative_bound(ritz, rank);
    if (bound <= request.tolerance) {
      outcome.converged = true;
      outcome.pairs = LeadingPairs{ritz.vectors.narrow(1, 0, request.rank), next_eigenvalue(ritz, rank)};
      outcome.basis = ritz.vectors;
      break;
    }
    const double edge = ritz.values.back();
    if (!(edge > 0)) break;
    // Far from convergence there is no bound yet: the residual against the block's last value stands in.
    const double error = std::isfinite(bound) ? bound : 1.0;
    diagonal.copy_(original.sub(edge / 2));
    block = filtered(gram, ritz, edge, filter_degree(ritz, rank, edge, error / request.tolerance));
    diagonal.copy_(original);
  }
  return outcome;
}

}   // namespace lift
