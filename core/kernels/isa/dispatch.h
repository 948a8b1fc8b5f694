#pragma once
// Selects a kernel's row function by dtype. cpu_features.h gives the instruction set.
// Included only by .cpp files of this room. Private to core/kernels.
#include <algorithm>
#include <string>
#include <type_traits>

#include <ATen/Parallel.h>
#include <ATen/core/Tensor.h>

#include "core/base/check.h"
#include "core/kernels/isa/bf16.h"
#include "core/kernels/isa/cpu_features.h"

namespace lift {

// Whether this build has kernels for an instruction set (core/kernels/CMakeLists.txt).
constexpr bool is_built(CpuIsa isa) {
  switch (isa) {
    case CpuIsa::Portable: return true;
#ifdef LIFT_KERNELS_AVX2
    case CpuIsa::Avx2: return true;
#endif
#ifdef LIFT_KERNELS_AVX512
    case CpuIsa::Avx512: return true;
#endif
#ifdef LIFT_KERNELS_AVX512BF16
    case CpuIsa::Avx512Bf16: return true;
#endif
#ifdef LIFT_KERNELS_AMXBF16
    case CpuIsa::AmxBf16: return true;
#endif
    default: return false;
  }
}

// Whether T has row functions for an instruction set: fp64 is only used in checks and has the portable ones.
template <class T, CpuIsa isa>
inline constexpr bool kVectorised = is_built(isa) && !std::is_same_v<T, double>;

template <class T>
struct TypeTag {
  using Type = T;
};

// Calls f(TypeTag<Bf16 | float | double>).
template <class F>
decltype(auto) by_dtype(at::ScalarType type, F&& f) {
  if (type == at::kBFloat16) return f(TypeTag<Bf16>{});
  if (type == at::kFloat) return f(TypeTag<float>{});
  LIFT_CHECK(type == at::kDouble, std::string("kernels take bf16, fp32 or fp64, found ") + c10::toString(type));
  return f(TypeTag<double>{});
}

template <class T>
T* data_of(const at::Tensor& tensor) {
  return static_cast<T*>(tensor.data_ptr());
}

inline at::ScalarType compute_type(at::ScalarType type) { return type == at::kDouble ? at::kDouble : at::kFloat; }

// Checks that the tensor is [rows, width] with contiguous rows; the row stride is free.
inline void check_rows(const at::Tensor& tensor, const char* name) {
  LIFT_CHECK(tensor.dim() == 2 && (tensor.stride(1) == 1 || tensor.size(1) <= 1),
             std::string(name) + " is a matrix with contiguous rows");
}

// The number of rows that make a task move about `bytes` bytes; independent of the thread count.
inline std::int64_t rows_per_task(std::int64_t bytes_per_row, std::int64_t bytes = 1 << 16) {
  return std::max<std::int64_t>(1, bytes / std::max<std::int64_t>(1, bytes_per_row));
}

}   // namespace lift
