#include "core/spectra/singular_subset.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

#include <ATen/ops/empty.h>
#include <ATen/ops/mm.h>

#include "core/base/check.h"
#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/kernels/host_data.h"
#include "core/spectra/blocked_product.h"
#include "core/spectra/exact_svd.h"
#include "core/spectra/gram_eigen.h"
#include "core/spectra/matrix_checks.h"

namespace lift {

Result<LowRankResult> approximation_of(const at::Tensor& weight, std::span<const std::int64_t> which) {
  LIFT_CHECK(weight.dim() == 2 && weight.numel() > 0, "approximation_of: weight is a matrix with entries");
  LIFT_CHECK(!which.empty() && which.front() >= 0 && which.back() < std::min(weight.size(0), weight.size(1)) &&
                 std::ranges::adjacent_find(which, std::greater_equal<>{}) == which.end(),
             "approximation_of: ascending places of singular values");
  return catch_exceptions(say("low-rank approximation"), [&]() -> Result<LowRankResult> {
    const auto start = std::chrono::steady_clock::now();
    LowRankResult result;
    LIFT_ASSIGN(result.total_energy, finite_energy(weight));
    LIFT_ASSIGN(const ExactSvd svd, exact_svd(weight, at::kDouble));
    at::Tensor places = at::empty({std::ssize(which)}, at::TensorOptions().dtype(at::kLong));
    std::ranges::copy(which, mutable_host_data<std::int64_t>(places));
    places = places.to(weight.device());
    result.singular_values = svd.singular_values.index_select(0, places);
    result.approximation_MN =
        at::mm(svd.left.index_select(1, places).mul(result.singular_values), svd.right.index_select(0, places))
            .to(weight.scalar_type() == at::kDouble ? at::kDouble : at::kFloat);
    result.method = LowRankMethod::Exact;
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
  });
}

Result<SingularFactors> leading_singular_factors(const at::Tensor& weight, std::int64_t rank) {
  LIFT_CHECK(weight.dim() == 2 && rank >= 1 && rank <= std::min(weight.size(0), weight.size(1)),
             "leading_singular_factors: a rank that the matrix has");
  return catch_exceptions(say("singular value decomposition"), [&]() -> Result<SingularFactors> {
    const at::Tensor matrix = weight.to(at::kDouble).contiguous();
    LIFT_RETURN_IF_ERROR(check_finite(matrix));
    const bool wide = matrix.size(0) < matrix.size(1);
    const at::Tensor basis = gram_eigen(smaller_gram(matrix), rank).basis;
    // W v = s u, and u^T W = s v^T.
    const at::Tensor other = wide ? at::mm(basis.t(), matrix) : at::mm(matrix, basis);
    const at::Tensor values = other.square().sum(wide ? 1 : 0).sqrt();
    const at::Tensor length = values.clamp_min(std::numeric_limits<double>::min());
    if (wide) return SingularFactors{basis, values, other.div(length.unsqueeze(1))};
    return SingularFactors{other.div(length.unsqueeze(0)), values, basis.t().contiguous()};
  });
}

}   // namespace lift
