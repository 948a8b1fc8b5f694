#include "core/kernels/rows/cross_entropy_rows.h"

#include <algorithm>
#include <cmath>

namespace lift {
namespace {

template <class T>
Compute<T> loss_of_row(T* logits, std::int64_t width, std::int64_t label, bool with_gradient, Compute<T> scale) {
  using C = Compute<T>;
  C largest = load(logits);
  for (std::int64_t i = 1; i < width; ++i) largest = std::max(largest, load(logits + i));
  // In fp64: fp32 would lose the many small terms of a large vocabulary.
  double sum = 0;
  for (std::int64_t i = 0; i < width; ++i) sum += std::exp(load(logits + i) - largest);
  const C loss = static_cast<C>(std::log(sum)) + (largest - load(logits + label));
  if (!with_gradient) return loss;
  const C factor = static_cast<C>(scale / sum);
  const C at_label = std::exp(load(logits + label) - largest) * factor - scale;
  for (std::int64_t i = 0; i < width; ++i) store(logits + i, std::exp(load(logits + i) - largest) * factor);
  store(logits + label, at_label);
  return loss;
}

}   // namespace

template <class T>
CrossEntropyRow<T> cross_entropy_portable() {
  return loss_of_row<T>;
}
template CrossEntropyRow<Bf16> cross_entropy_portable();
template CrossEntropyRow<float> cross_entropy_portable();
template CrossEntropyRow<double> cross_entropy_portable();

}   // namespace lift
