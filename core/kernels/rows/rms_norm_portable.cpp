#include "core/kernels/rows/rms_norm_rows.h"

#include <cmath>

namespace lift {
namespace {

template <class T>
void forward(const T* x, T* residual, const T* weight, Compute<T> offset, T* y, Compute<T>* rstd, std::int64_t width,
             double eps) {
  using C = Compute<T>;
  if (residual) {
    for (std::int64_t i = 0; i < width; ++i) store(residual + i, load(residual + i) + load(x + i));
    x = residual;
  }
  double sum = 0;   // in fp64, since the order of additions is the plainest: this is the oracle of the others
  for (std::int64_t i = 0; i < width; ++i) sum += load(x + i) * load(x + i);
  const C scale = static_cast<C>(1 / std::sqrt(sum / static_cast<double>(width) + eps));
  for (std::int64_t i = 0; i < width; ++i) store(y + i, load(x + i) * scale * (load(weight + i) + offset));
  if (rstd) *rstd = scale;
}

// With n = x * rstd: dx = rstd * (w * dy - n * mean(w * dy * n)).
template <class T>
void backward(const T* grad_y, const T* x, const T* weight, Compute<T> offset, Compute<T> rstd, T* grad_x,
              std::int64_t width) {
  using C = Compute<T>;
  double dot = 0;
  for (std::int64_t i = 0; i < width; ++i) dot += load(grad_y + i) * (load(weight + i) + offset) * load(x + i);
  const C share = static_cast<C>(dot) * rstd * rstd * rstd / static_cast<C>(width);
  for (std::int64_t i = 0; i < width; ++i) {
    const C grad = load(grad_y + i) * (load(weight + i) + offset) * rstd - load(x + i) * share;
    store(grad_x + i, load(grad_x + i) + grad);
  }
}

}   // namespace

template <class T>
RmsNormRows<T> rms_norm_portable() {
  return {forward<T>, backward<T>};
}
template RmsNormRows<Bf16> rms_norm_portable();
template RmsNormRows<float> rms_norm_portable();
template RmsNormRows<double> rms_norm_portable();

}   // namespace lift
