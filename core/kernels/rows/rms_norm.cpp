#include "core/kernels/rows/rms_norm.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>

#include "core/kernels/cuda/kernels.h"
#include "core/kernels/isa/dispatch.h"
#include "core/kernels/rows/rms_norm_rows.h"

namespace lift {
namespace {

template <class T>
RmsNormRows<T> rows_for(CpuIsa isa) {
  if constexpr (kVectorised<T, CpuIsa::Avx512>) {
    if (isa >= CpuIsa::Avx512) return rms_norm_avx512<T>();
  }
  if constexpr (kVectorised<T, CpuIsa::Avx2>) {
    if (isa >= CpuIsa::Avx2) return rms_norm_avx2<T>();
  }
  return rms_norm_portable<T>();
}

void check_operands(const at::Tensor& x_TD, const at::Tensor& weight_D) {
  LIFT_CHECK(x_TD.is_cpu() && weight_D.is_cpu(), "rms_norm: tensors on the CPU (this build has no CUDA kernels)");
  LIFT_CHECK(x_TD.dim() == 2 && x_TD.is_contiguous(), "rms_norm: x is a contiguous matrix");
  LIFT_CHECK(weight_D.dim() == 1 && weight_D.is_contiguous() && weight_D.size(0) == x_TD.size(1),
             "rms_norm: one weight per column");
  LIFT_CHECK(x_TD.scalar_type() == weight_D.scalar_type(), "rms_norm: x and weight of one dtype");
}

at::Tensor forward(const at::Tensor& x_TD, at::Tensor* residual_TD, const at::Tensor& weight_D, double eps,
                   at::Tensor* rstd_T, double offset) {
  const std::int64_t tokens = x_TD.size(0), width = x_TD.size(1);
  at::Tensor y_TD = at::empty_like(x_TD);
  if (rstd_T) *rstd_T = at::empty({tokens}, x_TD.options().dtype(compute_type(x_TD.scalar_type())));
  by_dtype(x_TD.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    const auto rows = rows_for<T>(active_cpu_isa());
    const T* x = data_of<T>(x_TD);
    const T* weight = data_of<T>(weight_D);
    T* residual = residual_TD ? data_of<T>(*residual_TD) : nullptr;
    T* y = data_of<T>(y_TD);
    Compute<T>* rstd = rstd_T ? data_of<Compute<T>>(*rstd_T) : nullptr;
    at::parallel_for(0, tokens, rows_per_task(width * 3 * sizeof(T)), [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t t = begin; t < end; ++t) {
        rows.forward(x + t * width, residual ? residual + t * width : nullptr, weight, static_cast<Compute<T>>(offset),
                     y + t * width, rstd ? rstd + t : nullptr, width, eps);
      }
    });
  });
  return y_TD;
}

}   // namespace

at::Tensor rms_norm(const at::Tensor& x_TD, const at::Tensor& weight_D, double eps, at::Tensor* rstd_T,
                    double weight_offset) {
  if constexpr (cuda::kBuilt) {
    if (x_TD.is_cuda()) return cuda::rms_norm(x_TD, nullptr, weight_D, eps, rstd_T, weight_offset);
  }
  check_operands(x_TD, weight_D);
  return forward(x_TD, nullptr, weight_D, eps, rstd_T, weight_offset);
}

at::Tensor add_rms_norm(at::Tensor& residual_TD, const at::Tensor& x_TD, const at::Tensor& weight_D, double eps,
                        at::Tensor* rstd_T, double weight_offset) {
  if constexpr (cuda::kBuilt) {
    if (x_TD.is_cuda()) return cuda::rms_norm(x_TD, &residual_TD, weight_D, eps, rstd_T, weight_offset);
  }
  check_operands(x_TD, weight_D);
  check_operands(residual_TD, weight_D);
  LIFT_CHECK(residual_TD.sizes() == x_TD.sizes(), "add_rms_norm: x and residual of one shape");
  return forward(x_TD, &residual_TD, weight_D, eps, rstd_T, weight_offset);
}

void rms_norm_backward(const at::Tensor& grad_y_TD, const at::Tensor& x_TD, const at::Tensor& weight_D,
                       const at::Tensor& rstd_T, at::Tensor& grad_x_TD, double weight_offset) {
  if constexpr (cuda::kBuilt) {
    if (x_TD.is_cuda()) return cuda::rms_norm_backward(grad_y_TD, x_TD, weight_D, rstd_T, grad_x_TD, weight_offset);
  }
  check_operands(x_TD, weight_D);
  check_operands(grad_y_TD, weight_D);
  check_operands(grad_x_TD, weight_D);
  const std::int64_t tokens = x_TD.size(0), width = x_TD.size(1);
  LIFT_CHECK(grad_y_TD.size(0) == tokens && grad_x_TD.size(0) == tokens, "rms_norm_backward: one row per token");
  LIFT_CHECK(rstd_T.dim() == 1 && rstd_T.size(0) == tokens && rstd_T.is_contiguous() &&
                 rstd_T.scalar_type() == compute_type(x_TD.scalar_type()),
             "rms_norm_backward: one rstd per token, as the forward pass gave it");
  by_dtype(x_TD.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    const auto rows = rows_for<T>(active_cpu_isa());
    const T* grad_y = data_of<T>(grad_y_TD);
    const T* x = data_of<T>(x_TD);
    const T* weight = data_of<T>(weight_D);
    const Compute<T>* rstd = data_of<Compute<T>>(rstd_T);
    T* grad_x = data_of<T>(grad_x_TD);
    at::parallel_for(0, tokens, rows_per_task(width * 4 * sizeof(T)), [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t t = begin; t < end; ++t) {
        rows.backward(grad_y + t * width, x + t * width, weight, static_cast<Compute<T>>(weight_offset), rstd[t],
                      grad_x + t * width, width);
      }
    });
  });
}

}   // namespace lift
