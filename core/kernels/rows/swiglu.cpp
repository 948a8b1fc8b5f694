#include "core/kernels/rows/swiglu.h"

#include <ATen/ops/empty.h>

#include "core/kernels/cuda/kernels.h"
#include "core/kernels/isa/dispatch.h"
#include "core/kernels/rows/swiglu_rows.h"

namespace lift {
namespace {

template <class T>
SwigluRows<T> rows_for(CpuIsa isa) {
  if constexpr (kVectorised<T, CpuIsa::Avx512>) {
    if (isa >= CpuIsa::Avx512) return swiglu_avx512<T>();
  }
  if constexpr (kVectorised<T, CpuIsa::Avx2>) {
    if (isa >= CpuIsa::Avx2) return swiglu_avx2<T>();
  }
  return swiglu_portable<T>();
}

std::int64_t grain(std::int64_t width) { return rows_per_task(width * 8, 1 << 16); }

void check_operand(const at::Tensor& operand, const at::Tensor& like, const char* name) {
  LIFT_CHECK(operand.is_cpu(), "swiglu: tensors on the CPU (this build has no CUDA kernels)");
  check_rows(operand, name);
  LIFT_CHECK(operand.sizes() == like.sizes() && operand.scalar_type() == like.scalar_type(),
             std::string("swiglu: ") + name + " has gate's shape and dtype");
}

}   // namespace

at::Tensor swiglu(const at::Tensor& gate_TF, const at::Tensor& up_TF) {
  if constexpr (cuda::kBuilt) {
    if (gate_TF.is_cuda()) return cuda::swiglu(gate_TF, up_TF);
  }
  check_operand(gate_TF, gate_TF, "gate");
  check_operand(up_TF, gate_TF, "up");
  const std::int64_t tokens = gate_TF.size(0), width = gate_TF.size(1);
  at::Tensor hidden_TF = at::empty({tokens, width}, gate_TF.options());
  by_dtype(gate_TF.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    const auto rows = rows_for<T>(active_cpu_isa());
    const T* gate = data_of<T>(gate_TF);
    const T* up = data_of<T>(up_TF);
    T* hidden = data_of<T>(hidden_TF);
    const std::int64_t gate_stride = gate_TF.stride(0), up_stride = up_TF.stride(0);
    at::parallel_for(0, tokens, grain(width), [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t t = begin; t < end; ++t) {
        rows.forward(gate + t * gate_stride, up + t * up_stride, hidden + t * width, width);
      }
    });
  });
  return hidden_TF;
}

void swiglu_backward_(const at::Tensor& grad_hidden_TF, at::Tensor& gate_TF, at::Tensor& up_TF, at::Tensor* hidden_TF) {
  if constexpr (cuda::kBuilt) {
    if (gate_TF.is_cuda()) return cuda::swiglu_backward_(grad_hidden_TF, gate_TF, up_TF, hidden_TF);
  }
  check_operand(gate_TF, gate_TF, "gate");
  check_operand(up_TF, gate_TF, "up");
  check_operand(grad_hidden_TF, gate_TF, "grad_hidden");
  const std::int64_t tokens = gate_TF.size(0), width = gate_TF.size(1);
  if (hidden_TF && !hidden_TF->defined()) *hidden_TF = at::empty({tokens, width}, gate_TF.options());
  if (hidden_TF) check_operand(*hidden_TF, gate_TF, "hidden");
  by_dtype(gate_TF.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    const auto rows = rows_for<T>(active_cpu_isa());
    const T* grad = data_of<T>(grad_hidden_TF);
    T* gate = data_of<T>(gate_TF);
    T* up = data_of<T>(up_TF);
    T* hidden = hidden_TF ? data_of<T>(*hidden_TF) : nullptr;
    const std::int64_t grad_stride = grad_hidden_TF.stride(0), gate_stride = gate_TF.stride(0);
    const std::int64_t up_stride = up_TF.stride(0), hidden_stride = hidden_TF ? hidden_TF->stride(0) : 0;
    at::parallel_for(0, tokens, grain(width), [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t t = begin; t < end; ++t) {
        rows.backward(grad + t * grad_stride, gate + t * gate_stride, up + t * up_stride,
                      hidden ? hidden + t * hidden_stride : nullptr, width);
      }
    });
  });
}

}   // namespace lift
