#include "core/kernels/matvec/matrix_product.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include <ATen/core/List.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/mm.h>

#include "core/kernels/isa/cpu_features.h"

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

at::Tensor onednn_product_with_transposed(const at::Tensor& x_TN, const at::Tensor& weight_MN) {
  static const auto onednn_linear = find_onednn_linear();
  if (!onednn_linear || x_TN.numel() == 0) return at::mm(x_TN, weight_MN.t());
  const c10::List<std::optional<at::Scalar>> no_scalars;
  return onednn_linear->call(x_TN, weight_MN, std::nullopt, "none", no_scalars, std::nullopt);
}

// MKL does so on its maker's processors alone.
bool mkl_uses_avx512() { return active_cpu_isa() >= CpuIsa::Avx512 && is_intel_cpu(); }

bool onednn_is_faster(const at::Tensor& x) {
  return x.scalar_type() == at::kFloat && x.is_cpu() && active_cpu_isa() >= CpuIsa::Avx512 && !mkl_uses_avx512();
}

// Without instructions for bf16 oneDNN imitates them: at a quarter of the speed of widening on AVX-512, at a tenth on
// AVX2.
bool widening_is_faster() { return active_cpu_isa() < CpuIsa::Avx512Bf16; }
bool must_widen(const at::Tensor& x) { return x.scalar_type() == at::kBFloat16 && x.is_cpu() && widening_is_faster(); }

at::Tensor widened(const at::Tensor& x) { return x.to(at::kFloat); }

// Of widened factors, which lie at whole cache lines: oneDNN needs less memory than MKL, and on AVX2 is as fast.
at::Tensor wide_product_with_transposed(const at::Tensor& x_TN, const at::Tensor& weight_MN) {
  if (mkl_uses_avx512()) return at::mm(x_TN, weight_MN.t());
  return onednn_product_with_transposed(x_TN, weight_MN);
}

// What is widened at once: all tokens of most passes and any projection of most models, but no vocabulary.
constexpr std::int64_t kWideTokens = 2048, kWidePanelBytes = std::int64_t{16} << 20;

std::int64_t panel_rows(std::int64_t columns) {
  return std::max<std::int64_t>(1, kWidePanelBytes / std::max<std::int64_t>(1, columns * 4));
}

// work(first, count) over [0, size) in parts.
template <class Work>
void in_parts(std::int64_t size, std::int64_t part, Work&& work) {
  for (std::int64_t first = 0; first < size; first += part) work(first, std::min(part, size - first));
}

void widened_product_with_transposed(at::Tensor& out_TM, const at::Tensor& x_TN, const at::Tensor& weight_MN) {
  in_parts(x_TN.size(0), kWideTokens, [&](std::int64_t token, std::int64_t tokens) {
    const at::Tensor x = widened(x_TN.narrow(0, token, tokens));
    in_parts(weight_MN.size(0), panel_rows(weight_MN.size(1)), [&](std::int64_t row, std::int64_t rows) {
      const at::Tensor panel = widened(weight_MN.narrow(0, row, rows));
      out_TM.narrow(0, token, tokens).narrow(1, row, rows).copy_(wide_product_with_transposed(x, panel));
    });
  });
}

// out = y W, or out + y W
void widened_product(at::Tensor& out_TN, const at::Tensor& y_TM, const at::Tensor& weight_MN, bool add) {
  in_parts(y_TM.size(0), kWideTokens, [&](std::int64_t token, std::int64_t tokens) {
    at::Tensor out = out_TN.narrow(0, token, tokens), sum;
    if (add) sum = widened(out);
    in_parts(weight_MN.size(0), panel_rows(weight_MN.size(1)), [&](std::int64_t row, std::int64_t rows) {
      const at::Tensor y = widened(y_TM.narrow(0, token, tokens).narrow(1, row, rows));
      const at::Tensor part = wide_product_with_transposed(y, widened(weight_MN.narrow(0, row, rows)).t());
      sum = sum.defined() ? sum.add_(part) : part;
    });
    out.copy_(sum);
  });
}

}   // namespace

at::Tensor product_with_transposed(const at::Tensor& x_TN, const at::Tensor& weight_MN) {
  if (onednn_is_faster(x_TN)) return onednn_product_with_transposed(x_TN, weight_MN);
  if (!must_widen(x_TN)) return at::mm(x_TN, weight_MN.t());
  at::Tensor out_TM = at::empty({x_TN.size(0), weight_MN.size(0)}, x_TN.options());
  widened_product_with_transposed(out_TM, x_TN, weight_MN);
  return out_TM;
}

at::Tensor product(const at::Tensor& y_TM, const at::Tensor& weight_MN) {
  if (onednn_is_faster(y_TM)) return onednn_product_with_transposed(y_TM, weight_MN.t());
  if (!must_widen(y_TM)) return at::mm(y_TM, weight_MN);
  at::Tensor out_TN = at::empty({y_TM.size(0), weight_MN.size(1)}, y_TM.options());
  widened_product(out_TN, y_TM, weight_MN, false);
  return out_TN;
}

void product_with_transposed_into(at::Tensor& out_TM, const at::Tensor& x_TN, const at::Tensor& weight_MN) {
  if (must_widen(x_TN)) widened_product_with_transposed(out_TM, x_TN, weight_MN);
  else at::mm_out(out_TM, x_TN, weight_MN.t());
}

void product_into(at::Tensor& out_TN, const at::Tensor& y_TM, const at::Tensor& weight_MN) {
  if (must_widen(y_TM)) widened_product(out_TN, y_TM, weight_MN, false);
  else at::mm_out(out_TN, y_TM, weight_MN);
}

void add_product(at::Tensor& sum_TN, const at::Tensor& y_TM, const at::Tensor& weight_MN) {
  if (onednn_is_faster(y_TM)) sum_TN.add_(product(y_TM, weight_MN));
  else if (must_widen(y_TM)) widened_product(sum_TN, y_TM, weight_MN, true);
  else at::addmm_out(sum_TN, sum_TN, y_TM, weight_MN);
}

std::int64_t widening_bytes(std::int64_t tokens, std::int64_t rows, std::int64_t columns) {
  if (!widening_is_faster()) return 0;
  const std::int64_t wide_tokens = std::min(tokens, kWideTokens), panel = std::min(rows, panel_rows(columns));
  constexpr std::int64_t kPanelCopies = 2;   // ours, and oneDNN's in its own order
  return 4 * (wide_tokens * (columns + panel) + kPanelCopies * panel * columns);
}

}   // namespace lift
