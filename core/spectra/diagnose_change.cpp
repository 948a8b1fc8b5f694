#include "core/spectra/diagnose_change.h"

#include <algorithm>

#include <ATen/ops/kthvalue.h>
#include <ATen/ops/mm.h>

#include "core/spectra/exact_svd.h"
#include "core/spectra/singular_subset.h"

namespace lift {

namespace {

constexpr double kIntruderCosine = 0.6, kSmallestValue = 1e-3;

double mean_squared_cosine(const at::Tensor& products) {
  return products.square().sum().item<double>() / static_cast<double>(products.size(1));
}

// Of `moved` entries, those that are among as many largest |base|.
double share_among_largest(const at::Tensor& base, const at::Tensor& changed, std::int64_t moved) {
  if (moved == 0) return 0;
  const at::Tensor size = base.abs().flatten();
  const at::Tensor threshold = std::get<0>(at::kthvalue(size, size.numel() - moved + 1));
  const at::Tensor large = size.ge(threshold).logical_and(changed.flatten());
  return std::min(1.0, large.sum().item<double>() / static_cast<double>(moved));
}

}   // namespace

Result<ChangeDiagnosis> diagnose_change(const std::string& name, const at::Tensor& base, const at::Tensor& tuned,
                                        std::int64_t strongest) {
  const at::Tensor before = base.to(at::kFloat), after = tuned.to(at::kFloat), change = after.sub(before);
  const at::Tensor changed = tuned.ne(base);
  ChangeDiagnosis found;
  found.name = name;
  found.rows = base.size(0);
  found.columns = base.size(1);
  found.moved = changed.sum().item<std::int64_t>();
  found.compared = std::min({strongest, found.rows, found.columns});
  if (found.moved == 0) return found;
  found.relative_change = change.norm().item<double>() / before.norm().item<double>();
  LIFT_ASSIGN(const at::Tensor values, exact_singular_values(change));
  const double largest = values[0].item<double>();
  found.stable_rank = values.square().sum().item<double>() / (largest * largest);
  found.rank = values.gt(kSmallestValue * largest).sum().item<std::int64_t>();
  LIFT_ASSIGN(const ExactSvd of_base, exact_svd(before));
  LIFT_ASSIGN(const SingularFactors of_tuned, leading_singular_factors(after, found.compared));
  const at::Tensor left = of_tuned.left_MR.to(at::kFloat), right = of_tuned.right_RN.to(at::kFloat);
  const at::Tensor left_cosines = at::mm(of_base.left.t(), left);   // [all of the base, compared]
  const at::Tensor right_cosines = at::mm(of_base.right, right.t());
  found.alignment = (mean_squared_cosine(left_cosines.narrow(0, 0, found.compared)) +
                     mean_squared_cosine(right_cosines.narrow(0, 0, found.compared))) /
                    2;
  found.intruders = left_cosines.abs().amax(0).lt(kIntruderCosine).sum().item<std::int64_t>();
  found.among_largest = share_among_largest(before, changed, found.moved);
  return found;
}

}   // namespace lift
