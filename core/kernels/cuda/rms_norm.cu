// RMSNorm, one block a row.
#include "core/kernels/cuda/device_values.cuh"

namespace lift::cuda {
namespace {

template <class T>
__global__ void forward(const T* x, T* residual, const T* weight, T* y, Compute<T>* rstd, std::int64_t rows,
                        std::int64_t width, Compute<T> eps, Compute<T> offset) {
  using C = Compute<T>;
  for (std::int64_t row = blockIdx.x; row < rows; row += gridDim.x) {
    const T* in = x + row * width;
    T* sum = residual ? residual + row * width : nullptr;
    C squares = 0;
    for (std::int64_t i = threadIdx.x; i < width; i += kThreads) {
      if (sum) put(sum + i, value_of(sum[i]) + value_of(in[i]));
      const C value = value_of(sum ? sum[i] : in[i]);
      squares += value * value;
    }
    const C scale = C(1) / root(over_block(squares, Add{}) / static_cast<C>(width) + eps);
    if (rstd && threadIdx.x == 0) rstd[row] = scale;
    for (std::int64_t i = threadIdx.x; i < width; i += kThreads)
      put(y + row * width + i, value_of(sum ? sum[i] : in[i]) * scale * (value_of(weight[i]) + offset));
  }
}

template <class T>
__global__ void backward(const T* grad_y, const T* x, const T* weight, const Compute<T>* rstd, T* grad_x,
                         std::int64_t rows, std::int64_t width, Compute<T> offset) {
  using C = Compute<T>;
  for (std::int64_t row = blockIdx.x; row < rows; row += gridDim.x) {
    const std::int64_t first = row * width;
    C dot = 0;
    for (std::int64_t i = threadIdx.x; i < width; i += kThreads)
      dot += value_of(grad_y[first + i]) * (value_of(weight[i]) + offset) * value_of(x[first + i]);
    const C scale = rstd[row];
    const C shift = over_block(dot, Add{}) * scale * scale / static_cast<C>(width);
    for (std::int64_t i = threadIdx.x; i < width; i += kThreads) {
      const C share = value_of(grad_y[first + i]) * (value_of(weight[i]) + offset) - value_of(x[first + i]) * shift;
      put(grad_x + first + i, value_of(grad_x[first + i]) + scale * share);
    }
  }
}

}   // namespace

template <class T>
void rms_norm_rows(const T* x, T* residual, const T* weight, T* y, Compute<T>* rstd, std::int64_t rows,
                   std::int64_t width, double eps, double offset, Stream stream) {
  if (rows == 0) return;
  start(forward<T>, blocks_for(rows, 1), stream, x, residual, weight, y, rstd, rows, width,
        static_cast<Compute<T>>(eps), static_cast<Compute<T>>(offset));
}

template <class T>
void rms_norm_backward_rows(const T* grad_y, const T* x, const T* weight, const Compute<T>* rstd, T* grad_x,
                            std::int64_t rows, std::int64_t width, double offset, Stream stream) {
  if (rows == 0) return;
  start(backward<T>, blocks_for(rows, 1), stream, grad_y, x, weight, rstd, grad_x, rows, width,
        static_cast<Compute<T>>(offset));
}

#define LIFT_FOR(T)                                                                                                   \
  template void rms_norm_rows<T>(const T*, T*, const T*, T*, Compute<T>*, std::int64_t, std::int64_t, double, double, \
                                 Stream);                                                                             \
  template void rms_norm_backward_rows<T>(const T*, const T*, const T*, const Compute<T>*, T*, std::int64_t,          \
                                          std::int64_t, double, Stream);
LIFT_FOR(Bf16)
LIFT_FOR(float)
LIFT_FOR(double)
#undef LIFT_FOR

}   // namespace lift::cuda
