#include "core/kernels/rows/swiglu_rows.h"

#include <cmath>

namespace lift {
namespace {

template <class C>
C sigmoid(C x) {
  return C(1) / (C(1) + std::exp(-x));
}

template <class T>
void forward(const T* gate, const T* up, T* hidden, std::int64_t width) {
  for (std::int64_t i = 0; i < width; ++i) {
    const Compute<T> g = load(gate + i);
    store(hidden + i, g * sigmoid(g) * load(up + i));
  }
}

// silu'(g) = s + g s (1 - s), with s = sigmoid(g).
template <class T>
void backward(const T* grad_hidden, T* gate, T* up, T* hidden, std::int64_t width) {
  using C = Compute<T>;
  for (std::int64_t i = 0; i < width; ++i) {
    const C g = load(gate + i), u = load(up + i), grad = load(grad_hidden + i);
    const C s = sigmoid(g), silu = g * s;
    if (hidden) store(hidden + i, silu * u);
    store(gate + i, grad * u * (s + silu * (C(1) - s)));
    store(up + i, grad * silu);
  }
}

}   // namespace

template <class T>
SwigluRows<T> swiglu_portable() {
  return {forward<T>, backward<T>};
}
template SwigluRows<Bf16> swiglu_portable();
template SwigluRows<float> swiglu_portable();
template SwigluRows<double> swiglu_portable();

}   // namespace lift
