#pragma once
// Row functions of rms_norm.h, one set per instruction set, on plain pointers (see bf16.h). Private to core/kernels.
#include <cstdint>

#include "core/kernels/isa/bf16.h"

namespace lift {

template <class T>
struct RmsNormRows {
  using C = Compute<T>;
  // Multiplies by weight + offset. residual == nullptr: y = norm(x). Otherwise residual += x, then y = norm(residual).
  // rstd may be nullptr.
  void (*forward)(const T* x, T* residual, const T* weight, C offset, T* y, C* rstd, std::int64_t width, double eps);
  void (*backward)(const T* grad_y, const T* x, const T* weight, C offset, C rstd, T* grad_x, std::int64_t width);
};

template <class T>
RmsNormRows<T> rms_norm_portable();
template <class T>
RmsNormRows<T> rms_norm_avx2();
template <class T>
RmsNormRows<T> rms_norm_avx512();

}   // namespace lift
