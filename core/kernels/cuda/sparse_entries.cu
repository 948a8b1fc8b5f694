// The selected entries of a matrix, one warp a row: gathering the sampled gradient, and AdamW with its scatter.
#include "core/kernels/cuda/device_values.cuh"

namespace lift::cuda {
namespace {

__device__ std::int64_t first_row() { return static_cast<std::int64_t>(blockIdx.x) * kWarps + threadIdx.x / kWarp; }
__device__ std::int64_t row_step() { return static_cast<std::int64_t>(gridDim.x) * kWarps; }
__device__ std::int32_t lane() { return static_cast<std::int32_t>(threadIdx.x % kWarp); }

template <class T>
__global__ void gather(const T* dense, const std::int32_t* row_offsets, const std::int32_t* columns, Compute<T>* grad,
                       std::int64_t first, std::int64_t rows, std::int64_t columns_count) {
  for (std::int64_t row = first_row(); row < rows; row += row_step()) {
    const std::int32_t end = row_offsets[first + row + 1];
    for (std::int32_t e = row_offsets[first + row] + lane(); e < end; e += kWarp)
      grad[e] += value_of(dense[row * columns_count + columns[e]]);
  }
}

template <class T>
__global__ void update(AdamWNumbers by, AdamWMatrix<T> matrix) {
  using C = Compute<T>;
  const C gradient_scale = static_cast<C>(by.gradient_scale), eps = static_cast<C>(by.eps);
  const C beta1 = static_cast<C>(by.beta1), one_minus_beta1 = static_cast<C>(1 - by.beta1);
  const C beta2 = static_cast<C>(by.beta2), one_minus_beta2 = static_cast<C>(1 - by.beta2);
  const C decay = static_cast<C>(1 - by.learning_rate * by.weight_decay);
  for (std::int64_t row = first_row(); row < matrix.rows; row += row_step()) {
    const std::int32_t end = matrix.row_offsets[row + 1];
    for (std::int32_t e = matrix.row_offsets[row] + lane(); e < end; e += kWarp) {
      const double* correction = matrix.corrections + 2 * matrix.generation[e];
      const C step_size = static_cast<C>(by.learning_rate / correction[0]);
      const C root_scale = static_cast<C>(1 / sqrt(correction[1]));
      const C grad = matrix.grad[e] * gradient_scale;
      const C exp_avg = beta1 * matrix.exp_avg[e] + one_minus_beta1 * grad;
      const C exp_avg_sq = beta2 * matrix.exp_avg_sq[e] + one_minus_beta2 * grad * grad;
      const C master = matrix.master[e] * decay - step_size * exp_avg / (root(exp_avg_sq) * root_scale + eps);
      matrix.exp_avg[e] = exp_avg;
      matrix.exp_avg_sq[e] = exp_avg_sq;
      matrix.master[e] = master;
      put(matrix.weight + row * matrix.columns_count + matrix.columns[e], master);
    }
  }
}

}   // namespace

template <class T>
void add_selected(const T* dense, const std::int32_t* row_offsets, const std::int32_t* columns, Compute<T>* grad,
                  std::int64_t first, std::int64_t rows, std::int64_t columns_count, Stream stream) {
  if (rows == 0) return;
  start(gather<T>, blocks_for(rows, kWarps), stream, dense, row_offsets, columns, grad, first, rows, columns_count);
}

template <class T>
void adamw_entries(const AdamWNumbers& by, const AdamWMatrix<T>& matrix, Stream stream) {
  if (matrix.rows == 0) return;
  start(update<T>, blocks_for(matrix.rows, kWarps), stream, by, matrix);
}

#define LIFT_FOR(T)                                                                                            \
  template void add_selected<T>(const T*, const std::int32_t*, const std::int32_t*, Compute<T>*, std::int64_t, \
                                std::int64_t, std::int64_t, Stream);                                           \
  template void adamw_entries<T>(const AdamWNumbers&, const AdamWMatrix<T>&, Stream);
LIFT_FOR(Bf16)
LIFT_FOR(float)
LIFT_FOR(double)
#undef LIFT_FOR

}   // namespace lift::cuda
