#include "core/spectra/low_rank.h"

#include <array>
#include <chrono>
#include <cmath>

#include <ATen/Parallel.h>
#include <ATen/ops/empty.h>
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

at::ScalarType wide_type(const at::Tensor& weight) {
  return weight.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
}

// A tensor in `room`, which grows when it must; without one a new tensor.
at::Tensor tensor_in(at::Tensor* room, at::IntArrayRef sizes, const at::TensorOptions& options) {
  if (!room) return at::empty(sizes, options);
  const std::int64_t count = c10::multiply_integers(sizes);
  if (!room->defined() || room->numel() < count || !room->options().type_equal(options))
    *room = at::empty({count}, options);
  return room->narrow(0, 0, count).view(sizes);
}

// The matrix in fp32 lives no longer than this: what follows reads the weight a few rows at a time.
at::Tensor gram_of(const at::Tensor& weight, LowRankWorkspace* workspace) {
  const at::Tensor turned = weight.size(0) < weight.size(1) ? weight.t() : weight;
  const at::TensorOptions options = weight.options().dtype(wide_type(weight));
  at::Tensor gram = tensor_in(workspace ? &workspace->gram_room : nullptr, {turned.size(1), turned.size(1)}, options);
  if (turned.scalar_type() == wide_type(weight) && turned.is_contiguous()) return smaller_gram(turned, gram);
  return smaller_gram(tensor_in(workspace ? &workspace->room : nullptr, turned.sizes(), options).copy_(turned), gram);
}

// W X X^T for a basis of the smaller side.
at::Tensor project(const at::Tensor& weight, const at::Tensor& basis, LowRankWorkspace* workspace) {
  constexpr std::int64_t kLinesPerThread =
      192;   // whole blocks of blocked_product: the sums do not depend on the threads
  const std::int64_t lines = kLinesPerThread * at::get_num_threads();
  const bool wide = weight.size(0) < weight.size(1);
  const at::Tensor tall = wide ? weight.t() : weight;
  at::Tensor out_MN = tensor_in(workspace ? &workspace->room : nullptr, weight.sizes(), basis.options());
  at::Tensor projected = at::empty({tall.size(0), basis.size(1)}, basis.options());
  for (std::int64_t first = 0; first < tall.size(0); first += lines) {
    const std::int64_t count = std::min(lines, tall.size(0) - first);
    at::Tensor part = projected.narrow(0, first, count);
    blocked_product(part, tall.narrow(0, first, count).to(basis.scalar_type()), basis);
  }
  if (wide) blocked_product(out_MN, basis, projected.t());
  else blocked_product(out_MN, projected, basis.t());
  return out_MN;
}

// Rounding of the two products of project(), relative to |W_r|_F.
double product_rounding(at::ScalarType type) { return type == at::kDouble ? 0x1p-51 : 0x1p-22; }

LowRankResult from_pairs(const at::Tensor& weight, const LeadingPairs& pairs, double energy,
                         LowRankWorkspace* workspace) {
  const RitzCheck check = check_ritz(weight, pairs.basis, pairs.next_eigenvalue, energy);
  LowRankResult result;
  result.singular_values = check.eigenvalues.clamp_min(0).sqrt();
  result.approximation_MN = project(weight, check.basis.to(wide_type(weight)), workspace);
  const double norm = std::sqrt(check.eigenvalues.clamp_min(0).sum().item().toDouble());
  result.error_bound = check.error_bound + product_rounding(weight.scalar_type()) * norm;
  return result;
}

LowRankResult by_gram(const at::Tensor& weight, std::int64_t rank, const LowRankOptions& options, LowRankMethod method,
                      double energy, LowRankWorkspace* workspace) {
  at::Tensor gram = gram_of(weight, workspace);
  SubspaceOutcome outcome;
  if (method == LowRankMethod::Subspace) {
    SubspaceRequest request{rank, options.tolerance, options.maximum_sweeps, options.seed, {}};
    if (workspace) request.start = workspace->warm_basis;
    outcome = subspace_iteration(gram, request);
    if (workspace && outcome.converged) workspace->warm_basis = outcome.basis;
  }
  LowRankResult result =
      from_pairs(weight, outcome.converged ? outcome.pairs : gram_eigen(gram, rank), energy, workspace);
  result.method = outcome.converged ? LowRankMethod::Subspace : LowRankMethod::Gram;
  result.fell_back = result.method != method;
  result.sweeps = outcome.sweeps;
  return result;
}

LowRankResult zero_result(const at::Tensor& weight, std::int64_t rank, LowRankMethod method) {
  LowRankResult result;
  result.approximation_MN = at::zeros(weight.sizes(), weight.options().dtype(wide_type(weight)));
  result.singular_values = at::zeros({rank}, weight.options().dtype(at::kDouble));
  result.method = method;
  return result;
}

Result<LowRankResult> approximate(const at::Tensor& weight, std::int64_t rank, const LowRankOptions& options,
                                  LowRankWorkspace* workspace) {
  const auto start = std::chrono::steady_clock::now();
  LIFT_ASSIGN(const double energy, finite_energy(weight));
  const std::int64_t size = std::min(weight.size(0), weight.size(1));
  const LowRankMethod method = choose(options.method, rank, size);
  LowRankResult result;
  if (energy == 0) {
    result = zero_result(weight, rank, method);
  } else if (method == LowRankMethod::Exact) {
    LIFT_ASSIGN(result, exact(weight.to(wide_type(weight)), rank));
  } else {
    result = by_gram(weight, rank, options, method, energy, workspace);
  }
  result.total_energy = energy;
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return result;
}

}   // namespace

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

}   // namespace lift
