#include "core/kernels/matrix_product.h"

#include <cstdlib>
#include <optional>
#include <string_view>

#include <ATen/core/List.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/mm.h>

namespace lift {
namespace {

// oneDNN and LibTorch's list in front of it keep the last 1,024 products by shape, each up to half a megabyte, on AMX up to
// ten. Passes of ever new lengths fill both. A pass with its recomputing makes eleven shapes, layer after layer, and the
// head two: sixteen are as fast as all (64 held 160 MiB more on AMX).
// They read these names at the first product; here no other thread runs yet that could read the environment.
const bool kShapeCachesAreSmall = [] {
  constexpr int kKeepTheUsersChoice = 0;
  return setenv("LRU_CACHE_CAPACITY", "16", kKeepTheUsersChoice) == 0 &&
         setenv("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "16", kKeepTheUsersChoice) == 0;
}();

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

bool onednn_is_faster(const at::Tensor& x) { return x.scalar_type() == at::kFloat && x.is_cpu(); }

}  // namespace

at::Tensor product_with_transposed(const at::Tensor& x_TN, const at::Tensor& weight_MN) {
  static const auto onednn_linear = find_onednn_linear();
  if (!onednn_is_faster(x_TN) || !onednn_linear || x_TN.numel() == 0) return at::mm(x_TN, weight_MN.t());
  const c10::List<std::optional<at::Scalar>> no_scalars;
  return onednn_linear->call(x_TN, weight_MN, std::nullopt, "none", no_scalars, std::nullopt);
}

at::Tensor product(const at::Tensor& y_TM, const at::Tensor& weight_MN) {
  return product_with_transposed(y_TM, weight_MN.t());
}

void add_product(at::Tensor& sum_TN, const at::Tensor& y_TM, const at::Tensor& weight_MN) {
  if (onednn_is_faster(y_TM)) sum_TN.add_(product(y_TM, weight_MN));
  else at::addmm_out(sum_TN, sum_TN, y_TM, weight_MN);
}

}  // namespace lift
