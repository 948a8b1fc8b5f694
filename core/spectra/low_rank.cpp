#include "core/spectra/low_rank.h"

#include <array>
#include <chrono>
#include <cmath>

#include <ATen/ops/mm.h>
#include <ATen/ops/zeros.h>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/spectra/blocked_product.h"
#include "core/spectra/exact_svd.h"
#include "core/spectra/gram_eigen.h"
#include "core/spectra/matrix_checks.h"
#include "core/spectra/residual_bound.h"
#include "core/spectra/subspace_iteration.h"

namespace lift {
namespace {

struct NamedMethod {
  LowRankMethod method;
  std::string_view name;
};
constexpr std::array kMethods = {NamedMethod{LowRankMethod::Auto, "auto"}, NamedMethod{LowRankMethod::Exact, "exact"},
                                 NamedMethod{LowRankMethod::Gram, "gram"},
                                 NamedMethod{LowRankMethod::Subspace, "subspace"}};

// Beyond this share of the matrix the block's own arithmetic costs more than all eigenpairs at once.
bool subspace_pays(std::int64_t rank, std::int64_t size) { return subspace_block(rank, size) * 4 <= size; }

LowRankMethod choose(LowRankMethod wanted, std::int64_t rank, std::int64_t size) {
  if (wanted == LowRankMethod::Auto) return subspace_pays(rank, size) ? LowRankMethod::Subspace : LowRankMethod::Gram;
  if (wanted == LowRankMethod::Subspace && subspace_block(rank, size) <= rank) return LowRankMethod::Gram;
  return wanted;
}

Result<LowRankResult> exact(const at::Tensor& matrix, std::int64_t rank) {
  // In fp64: whoever asks for the oracle wants its choice, not that of its rounding.
  LIFT_ASSIGN(ExactSvd svd, exact_svd(matrix, at::kDouble));
  LowRankResult result;
  result.method = LowRankMethod::Exact;
  result.singular_values = svd.singular_values.narrow(0, 0, rank).to(at::kDouble);
  result.approximation_MN =
      at::mm(svd.left.narrow(1, 0, rank).mul(svd.singular_values.narrow(0, 0, rank)), svd.right.narrow(0, 0, rank))
          .to(matrix.scalar_type());
  return result;
}

// W X X^T for a basis of the smaller side.
at::Tensor project(const at::Tensor& matrix_MN, const at::Tensor& basis) {
  if (matrix_MN.size(0) >= matrix_MN.size(1)) return blocked_product(blocked_product(matrix_MN, basis), basis.t());
  return blocked_product(basis, blocked_product(basis.t(), matrix_MN));
}

// Rounding of the two products of project(), relative to |W_r|_F.
double product_rounding(at::ScalarType type) { return type == at::kDouble ? 0x1p-51 : 0x1p-22; }

LowRankResult from_pairs(const at::Tensor& matrix, const LeadingPairs& pairs, double energy) {
  const RitzCheck check = check_ritz(matrix, pairs.basis, pairs.next_eigenvalue, energy);
  LowRankResult result;
  result.singular_values = check.eigenvalues.clamp_min(0).sqrt();
  result.approximation_MN = project(matrix, check.basis.to(matrix.scalar_type()));
  const double norm = std::sqrt(check.eigenvalues.clamp_min(0).sum().item().toDouble());
  result.error_bound = check.error_bound + product_rounding(matrix.scalar_type()) * norm;
  return result;
}

LowRankResult by_gram(const at::Tensor& matrix, std::int64_t rank, const LowRankOptions& options, LowRankMethod method,
                      double energy, LowRankWorkspace* workspace) {
  at::Tensor gram = smaller_gram(matrix);
  SubspaceOutcome outcome;
  if (method == LowRankMethod::Subspace) {
    SubspaceRequest request{rank, options.tolerance, options.maximum_sweeps, options.seed, {}};
    if (workspace) request.start = workspace->warm_basis;
    outcome = subspace_iteration(gram, request);
    if (workspace && outcome.converged) workspace->warm_basis = outcome.basis;
  }
  LowRankResult result = from_pairs(matrix, outcome.converged ? outcome.pairs : gram_eigen(gram, rank), energy);
  result.method = outcome.converged ? LowRankMethod::Subspace : LowRankMethod::Gram;
  result.fell_back = result.method != method;
  result.sweeps = outcome.sweeps;
  return result;
}

LowRankResult zero_result(const at::Tensor& matrix, std::int64_t rank, LowRankMethod method) {
  LowRankResult result;
  result.approximation_MN = at::zeros(matrix.sizes(), matrix.options());
  result.singular_values = at::zeros({rank}, matrix.options().dtype(at::kDouble));
  result.method = method;
  return result;
}

Result<LowRankResult> approximate(const at::Tensor& weight, std::int64_t rank, const LowRankOptions& options,
                                  LowRankWorkspace* workspace) {
  const auto start = std::chrono::steady_clock::now();
  const at::Tensor matrix = weight.to(weight.scalar_type() == at::kDouble ? at::kDouble : at::kFloat).contiguous();
  LIFT_ASSIGN(const double energy, finite_energy(matrix));
  const std::int64_t size = std::min(matrix.size(0), matrix.size(1));
  const LowRankMethod method = choose(options.method, rank, size);
  LowRankResult result;
  if (energy == 0) {
    result = zero_result(matrix, rank, method);
  } else if (method == LowRankMethod::Exact) {
    LIFT_ASSIGN(result, exact(matrix, rank));
  } else {
    result = by_gram(matrix, rank, options, method, energy, workspace);
  }
  result.total_energy = energy;
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return result;
}

}  // namespace

std::string_view name_of(LowRankMethod method) {
  for (const NamedMethod& known : kMethods)
    if (known.method == method) return known.name;
  return "?";
}

Result<LowRankMethod> parse_low_rank_method(std::string_view text) {
  for (const NamedMethod& known : kMethods)
    if (known.name == text) return known.method;
  return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("method"),
                    say("expected auto, exact, gram or subspace, found \"{}\"", text));
}

Result<LowRankResult> low_rank_approximation(const at::Tensor& weight, std::int64_t rank, const LowRankOptions& options,
                                             LowRankWorkspace* workspace) {
  LIFT_CHECK(weight.dim() == 2 && weight.numel() > 0, "low_rank_approximation: weight is a matrix with entries");
  const std::int64_t size = std::min(weight.size(0), weight.size(1));
  if (rank < 1 || rank > size)
    return make_error(
        ErrorCode::InvalidArgument, Sentence::verbatim("rank"),
        say("expected 1 to {} for a {} x {} matrix, found {}", size, weight.size(0), weight.size(1), rank));
  return catch_exceptions(say("low-rank approximation"), [&] { return approximate(weight, rank, options, workspace); });
}

}  // namespace lift
