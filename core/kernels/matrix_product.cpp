#include "core/kernels/matrix_product.h"

#include <optional>
#include <string_view>

#include <ATen/core/List.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/ops/mm.h>

namespace lift {
namespace {

// mkldnn::_linear_pointwise is an operator without a C++ header: found by name, once.
using LinearPointwise = at::Tensor(const at::Tensor&, const at::Tensor&, const std::optional<at::Tensor>&,
                                   std::string_view, c10::List<std::optional<at::Scalar>>,
                                   std::optional<std::string_view>);

std::optional<c10::TypedOperatorHandle<LinearPointwise>> find_onednn_linear() {
  try {
    const auto handle = c10::Dispatcher::singleton().findSchema({"mkldnn::_linear_pointwise", ""});
    if (handle) return handle->typed<LinearPointwise>();
  } catch (const c10::Error&) {   // a LibTorch that gave the operator other arguments
  }
  return std::nullopt;
}

}  // namespace

at::Tensor product_with_transposed(const at::Tensor& x_TN, const at::Tensor& weight_MN) {
  static const auto onednn_linear = find_onednn_linear();
  const bool fp32_on_cpu = x_TN.scalar_type() == at::kFloat && x_TN.is_cpu();
  if (!fp32_on_cpu || !onednn_linear || x_TN.numel() == 0) return at::mm(x_TN, weight_MN.t());
  const c10::List<std::optional<at::Scalar>> no_scalars;
  return onednn_linear->call(x_TN, weight_MN, std::nullopt, "none", no_scalars, std::nullopt);
}

at::Tensor product(const at::Tensor& y_TM, const at::Tensor& weight_MN) {
  return product_with_transposed(y_TM, weight_MN.t());
}

}  // namespace lift
