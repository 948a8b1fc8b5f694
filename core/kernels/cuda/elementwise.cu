// Rotary embedding and SwiGLU: one thread a value or pair.
#include "core/kernels/cuda/device_values.cuh"

namespace lift::cuda {
namespace {

__device__ std::int64_t first_item() { return static_cast<std::int64_t>(blockIdx.x) * kThreads + threadIdx.x; }
__device__ std::int64_t item_step() { return static_cast<std::int64_t>(gridDim.x) * kThreads; }

template <class T>
__global__ void rotation(T* x, std::int64_t token_stride, const Compute<T>* cos, const Compute<T>* sin,
                         std::int64_t table_rows, const std::int32_t* positions, std::int64_t tokens,
                         std::int64_t heads, std::int64_t width, std::int64_t half, Compute<T> sign) {
  using C = Compute<T>;
  for (std::int64_t item = first_item(); item < tokens * heads * half; item += item_step()) {
    const std::int64_t i = item % half, head = item / half % heads, token = item / half / heads;
    const std::int64_t position = positions[token];
    const bool known = position >= 0 && position < table_rows;
    const C c = known ? cos[position * half + i] : not_a_number(C(0));
    const C s = known ? sign * sin[position * half + i] : not_a_number(C(0));
    T* low = x + token * token_stride + head * width + i;
    const C a = value_of(low[0]), b = value_of(low[half]);
    put(low, a * c - b * s);
    put(low + half, b * c + a * s);
  }
}

template <class C>
__device__ C sigmoid(C x) {
  return C(1) / (C(1) + exponential(-x));
}

template <class T>
__global__ void gated(Rows<const T> gate, Rows<const T> up, Rows<T> hidden, std::int64_t rows, std::int64_t width) {
  using C = Compute<T>;
  for (std::int64_t item = first_item(); item < rows * width; item += item_step()) {
    const std::int64_t row = item / width, i = item % width;
    const C g = value_of(gate.data[row * gate.stride + i]);
    put(hidden.data + row * hidden.stride + i, g * sigmoid(g) * value_of(up.data[row * up.stride + i]));
  }
}

template <class T>
__global__ void gated_backward(Rows<const T> grad_hidden, Rows<T> gate, Rows<T> up, Rows<T> hidden, std::int64_t rows,
                               std::int64_t width) {
  using C = Compute<T>;
  for (std::int64_t item = first_item(); item < rows * width; item += item_step()) {
    const std::int64_t row = item / width, i = item % width;
    T *at_gate = gate.data + row * gate.stride + i, *at_up = up.data + row * up.stride + i;
    const C g = value_of(*at_gate), u = value_of(*at_up),
            grad = value_of(grad_hidden.data[row * grad_hidden.stride + i]);
    const C s = sigmoid(g), silu = g * s;
    if (hidden.data) put(hidden.data + row * hidden.stride + i, silu * u);
    put(at_gate, grad * u * (s + silu * (C(1) - s)));
    put(at_up, grad * silu);
  }
}

}   // namespace

template <class T>
void rotate(T* x, std::int64_t token_stride, const Compute<T>* cos, const Compute<T>* sin, std::int64_t table_rows,
            const std::int32_t* positions, std::int64_t tokens, std::int64_t heads, std::int64_t width,
            std::int64_t half, bool inverse, Stream stream) {
  if (tokens * heads * half == 0) return;
  start(rotation<T>, blocks_for(tokens * heads * half, kThreads), stream, x, token_stride, cos, sin, table_rows,
        positions, tokens, heads, width, half, Compute<T>(inverse ? -1 : 1));
}

template <class T>
void swiglu_forward(Rows<const T> gate, Rows<const T> up, Rows<T> hidden, std::int64_t rows, std::int64_t width,
                    Stream stream) {
  if (rows * width == 0) return;
  start(gated<T>, blocks_for(rows * width, kThreads), stream, gate, up, hidden, rows, width);
}

template <class T>
void swiglu_backward(Rows<const T> grad_hidden, Rows<T> gate, Rows<T> up, Rows<T> hidden, std::int64_t rows,
                     std::int64_t width, Stream stream) {
  if (rows * width == 0) return;
  start(gated_backward<T>, blocks_for(rows * width, kThreads), stream, grad_hidden, gate, up, hidden, rows, width);
}

#define LIFT_FOR(T)                                                                                                  \
  template void rotate<T>(T*, std::int64_t, const Compute<T>*, const Compute<T>*, std::int64_t, const std::int32_t*, \
                          std::int64_t, std::int64_t, std::int64_t, std::int64_t, bool, Stream);                     \
  template void swiglu_forward<T>(Rows<const T>, Rows<const T>, Rows<T>, std::int64_t, std::int64_t, Stream);        \
  template void swiglu_backward<T>(Rows<const T>, Rows<T>, Rows<T>, Rows<T>, std::int64_t, std::int64_t, Stream);
LIFT_FOR(Bf16)
LIFT_FOR(float)
LIFT_FOR(double)
#undef LIFT_FOR

}   // namespace lift::cuda
