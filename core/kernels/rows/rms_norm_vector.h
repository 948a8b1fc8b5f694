#pragma once
// Row functions of rms_norm.h, on the vector type of the header that the .cpp file includes first.
// Private to core/kernels.
#include "core/kernels/isa/vector_math.h"
#include "core/kernels/rows/rms_norm_rows.h"

namespace lift {
namespace {

template <class T>
inline float sum_of_squares(const T* x, std::int64_t width) {
  Lanes total = all(0);
  by_lanes(width, [&](std::int64_t i, auto lanes) {
    const Lanes value = lanes.load(x + i);
    total = multiply_add(value, value, total);
  });
  return sum(total);
}

template <class T>
void norm_forward(const T* x, T* residual, const T* weight, float offset, T* y, float* rstd, std::int64_t width,
                  double eps) {
  if (residual) {
    by_lanes(width, [&](std::int64_t i, auto lanes) {
      lanes.store(residual + i, lanes.load(residual + i) + lanes.load(x + i));
    });
    x = residual;
  }
  const float mean = sum_of_squares(x, width) / static_cast<float>(width);
  const float scale = 1 / __builtin_sqrtf(mean + static_cast<float>(eps));
  by_lanes(width, [&](std::int64_t i, auto lanes) {
    lanes.store(y + i, lanes.load(x + i) * all(scale) * (lanes.load(weight + i) + all(offset)));
  });
  if (rstd) *rstd = scale;
}

template <class T>
void norm_backward(const T* grad_y, const T* x, const T* weight, float offset, float rstd, T* grad_x,
                   std::int64_t width) {
  Lanes dot = all(0);
  by_lanes(width, [&](std::int64_t i, auto lanes) {
    dot = multiply_add(lanes.load(grad_y + i) * (lanes.load(weight + i) + all(offset)), lanes.load(x + i), dot);
  });
  const Lanes share = all(sum(dot) * rstd * rstd * rstd / static_cast<float>(width));
  by_lanes(width, [&](std::int64_t i, auto lanes) {
    const Lanes grad =
        lanes.load(grad_y + i) * (lanes.load(weight + i) + all(offset)) * all(rstd) - lanes.load(x + i) * share;
    lanes.store(grad_x + i, lanes.load(grad_x + i) + grad);
  });
}

}   // namespace
}   // namespace lift
