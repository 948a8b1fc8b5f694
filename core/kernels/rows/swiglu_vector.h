#pragma once
// Row functions of swiglu.h, on the vector type of the header that the .cpp file includes first.
// Private to core/kernels.
#include "core/kernels/isa/vector_math.h"
#include "core/kernels/rows/swiglu_rows.h"

namespace lift {
namespace {

template <class T>
void swiglu_forward(const T* gate, const T* up, T* hidden, std::int64_t width) {
  by_lanes(width, [&](std::int64_t i, auto lanes) {
    const Lanes g = lanes.load(gate + i);
    lanes.store(hidden + i, g * sigmoid(g) * lanes.load(up + i));
  });
}

template <class T>
void swiglu_backward(const T* grad_hidden, T* gate, T* up, T* hidden, std::int64_t width) {
  by_lanes(width, [&](std::int64_t i, auto lanes) {
    const Lanes g = lanes.load(gate + i), u = lanes.load(up + i), grad = lanes.load(grad_hidden + i);
    const Lanes s = sigmoid(g), silu = g * s;
    if (hidden) lanes.store(hidden + i, silu * u);
    lanes.store(gate + i, grad * u * (s + silu * (all(1) - s)));
    lanes.store(up + i, grad * silu);
  });
}

}   // namespace
}   // namespace lift
