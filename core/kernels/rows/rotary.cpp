#include "core/kernels/rows/rotary.h"

#include "core/kernels/cuda/kernels.h"
#include "core/kernels/isa/dispatch.h"
#include "core/kernels/rows/rotary_rows.h"

namespace lift {
namespace {

template <class T>
RotaryRow<T> row_for(CpuIsa isa) {
  if constexpr (kVectorised<T, CpuIsa::Avx512>) {
    if (isa >= CpuIsa::Avx512) return rotary_avx512<T>();
  }
  if constexpr (kVectorised<T, CpuIsa::Avx2>) {
    if (isa >= CpuIsa::Avx2) return rotary_avx2<T>();
  }
  return rotary_portable<T>();
}

void check_operands(const at::Tensor& x_THD, const at::Tensor& cos_PC, const at::Tensor& sin_PC,
                    const at::Tensor& positions_T) {
  LIFT_CHECK(x_THD.is_cpu(), "rotary: tensors on the CPU (this build has no CUDA kernels)");
  LIFT_CHECK(x_THD.dim() == 3 && x_THD.size(2) % 2 == 0, "rotary: x is [tokens, heads, even head width]");
  LIFT_CHECK(x_THD.numel() == 0 || (x_THD.stride(2) == 1 && (x_THD.size(1) == 1 || x_THD.stride(1) == x_THD.size(2))),
             "rotary: the heads of a token lie side by side");
  LIFT_CHECK(cos_PC.dim() == 2 && cos_PC.size(1) * 2 <= x_THD.size(2) && cos_PC.is_contiguous() &&
                 sin_PC.sizes() == cos_PC.sizes() && sin_PC.is_contiguous(),
             "rotary: cos and sin are [positions, at most half the head width]");
  const auto table = compute_type(x_THD.scalar_type());
  LIFT_CHECK(cos_PC.scalar_type() == table && sin_PC.scalar_type() == table, "rotary: tables in fp32 (fp64 for fp64)");
  LIFT_CHECK(positions_T.dim() == 1 && positions_T.size(0) == x_THD.size(0) && positions_T.is_contiguous() &&
                 positions_T.scalar_type() == at::kInt,
             "rotary: one int32 position per token");
}

}   // namespace

void rotary_(at::Tensor& x_THD, const at::Tensor& cos_PC, const at::Tensor& sin_PC, const at::Tensor& positions_T,
             bool inverse) {
  if constexpr (cuda::kBuilt) {
    if (x_THD.is_cuda()) return cuda::rotary_(x_THD, cos_PC, sin_PC, positions_T, inverse);
  }
  check_operands(x_THD, cos_PC, sin_PC, positions_T);
  const std::int64_t tokens = x_THD.size(0), heads = x_THD.size(1), width = x_THD.size(2), half = cos_PC.size(1);
  const std::int64_t positions_count = cos_PC.size(0), stride = x_THD.stride(0);
  const std::int32_t* positions = data_of<std::int32_t>(positions_T);
  for (std::int64_t t = 0; t < tokens; ++t) {
    LIFT_CHECK(positions[t] >= 0 && positions[t] < positions_count, "rotary: position inside the tables");
  }
  by_dtype(x_THD.scalar_type(), [&](auto tag) {
    using T = typename decltype(tag)::Type;
    using C = Compute<T>;
    const auto row = row_for<T>(active_cpu_isa());
    T* x = data_of<T>(x_THD);
    const C* cos = data_of<C>(cos_PC);
    const C* sin = data_of<C>(sin_PC);
    const C sign = inverse ? C(-1) : C(1);
    at::parallel_for(0, tokens, rows_per_task(heads * width * sizeof(T)), [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t t = begin; t < end; ++t) {
        row(x + t * stride, cos + positions[t] * half, sin + positions[t] * half, heads, width, half, sign);
      }
    });
  });
}

}   // namespace lift
