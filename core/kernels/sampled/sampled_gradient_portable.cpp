#include "core/kernels/sampled/sampled_gradient_rows.h"

namespace lift {
namespace {

template <class T>
void pack(const T* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns, void* to) {
  auto* packed = static_cast<Compute<T>*>(to);
  for (std::int64_t c = 0; c < columns; ++c) {
    Compute<T>* column = packed + c * kSampleTokens;
    for (std::int64_t t = 0; t < tokens; ++t) column[t] = load(from + t * stride + c);
    for (std::int64_t t = tokens; t < kPackTokens; ++t) column[t] = 0;
  }
}

// Sixteen partial sums, so that the compiler may use whatever vectors the target has.
template <class C>
C dot(const C* a, const C* b, std::int64_t tokens) {
  C lanes[16] = {};
  for (std::int64_t t = 0; t < tokens; t += 16) {
    for (std::int64_t l = 0; l < 16; ++l) lanes[l] += a[t + l] * b[t + l];
  }
  for (std::int64_t half = 8; half > 0; half /= 2) {
    for (std::int64_t l = 0; l < half; ++l) lanes[l] += lanes[l + half];
  }
  return lanes[0];
}

template <class C>
void accumulate(const void* packed_grad, const void* packed_input, const SampledEntry* entries, std::int64_t count,
                std::int64_t tokens, C* sums) {
  const auto* grad = static_cast<const C*>(packed_grad);
  const auto* input = static_cast<const C*>(packed_input);
  for (std::int64_t i = 0; i < count; ++i) {
    sums[i] += dot(grad + entries[i].row * kSampleTokens, input + entries[i].column * kSampleTokens, tokens);
  }
}

}   // namespace

template <class T>
SampledGradientRows<T> sampled_gradient_portable() {
  return {sizeof(Compute<T>), pack<T>, accumulate<Compute<T>>};
}
template SampledGradientRows<Bf16> sampled_gradient_portable();
template SampledGradientRows<float> sampled_gradient_portable();
template SampledGradientRows<double> sampled_gradient_portable();

}   // namespace lift
