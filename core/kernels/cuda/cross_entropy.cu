// Soft-max, loss and gradient of one chunk of logits, one block a label.
#include "core/kernels/cuda/device_values.cuh"

namespace lift::cuda {
namespace {

template <class T>
__global__ void losses_of(T* logits, const std::int32_t* labels, Compute<T>* losses, std::int64_t rows,
                          std::int64_t vocabulary, bool with_gradient, Compute<T> scale) {
  using C = Compute<T>;
  for (std::int64_t row = blockIdx.x; row < rows; row += gridDim.x) {
    T* values = logits + row * vocabulary;
    const std::int64_t label = labels[row];
    const bool known = label >= 0 && label < vocabulary;
    C most = value_of(values[0]);
    for (std::int64_t i = threadIdx.x; i < vocabulary; i += kThreads) most = Larger{}(value_of(values[i]), most);
    most = over_block(most, Larger{});
    double part = 0;
    for (std::int64_t i = threadIdx.x; i < vocabulary; i += kThreads) part += exponential(value_of(values[i]) - most);
    const double total = over_block(part, Add{});
    const C at_label = known ? value_of(values[label]) : not_a_number(C(0));
    if (threadIdx.x == 0) losses[row] = static_cast<C>(log(total)) + (most - at_label);
    if (!with_gradient) continue;
    __syncthreads();   // every thread has read the label's logit
    const C factor = static_cast<C>(scale / total);
    for (std::int64_t i = threadIdx.x; i < vocabulary; i += kThreads) {
      const C share = exponential(value_of(values[i]) - most) * factor;
      put(values + i, i == label ? share - scale : share);
    }
  }
}

}   // namespace

template <class T>
void cross_entropy_rows(T* logits, const std::int32_t* labels, Compute<T>* losses, std::int64_t rows,
                        std::int64_t vocabulary, bool with_gradient, double scale, Stream stream) {
  if (rows == 0) return;
  start(losses_of<T>, blocks_for(rows, 1), stream, logits, labels, losses, rows, vocabulary, with_gradient,
        static_cast<Compute<T>>(scale));
}

#define LIFT_FOR(T)                                                                                                   \
  template void cross_entropy_rows<T>(T*, const std::int32_t*, Compute<T>*, std::int64_t, std::int64_t, bool, double, \
                                      Stream);
LIFT_FOR(Bf16)
LIFT_FOR(float)
LIFT_FOR(double)
#undef LIFT_FOR

}   // namespace lift::cuda
