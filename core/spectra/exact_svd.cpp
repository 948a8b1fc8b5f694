#include "core/spectra/exact_svd.h"

#include <ATen/ops/linalg_svd.h>
#include <ATen/ops/linalg_svdvals.h>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/spectra/matrix_checks.h"

namespace lift {

Result<ExactSvd> exact_svd(const at::Tensor& weight, at::ScalarType precision) {
  return catch_exceptions(say("singular value decomposition"), [&]() -> Result<ExactSvd> {
    const at::Tensor matrix = weight.to(precision);
    LIFT_RETURN_IF_ERROR(check_finite(matrix));
    auto [left, singular_values, right] = at::linalg_svd(matrix, /*full_matrices=*/false);
    return ExactSvd{left, singular_values, right};
  });
}

Result<at::Tensor> exact_singular_values(const at::Tensor& weight, at::ScalarType precision) {
  return catch_exceptions(say("singular values"), [&]() -> Result<at::Tensor> {
    const at::Tensor matrix = weight.to(precision);
    LIFT_RETURN_IF_ERROR(check_finite(matrix));
    return at::linalg_svdvals(matrix);
  });
}

}   // namespace lift
