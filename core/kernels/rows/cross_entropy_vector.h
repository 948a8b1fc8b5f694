#pragma once
// Row function of cross_entropy.h, on the vector type of the header that the .cpp file includes first.
// Private to core/kernels.
#include "core/kernels/isa/vector_math.h"
#include "core/kernels/rows/cross_entropy_rows.h"

namespace lift {
namespace {

template <class T>
inline float largest_of_row(const T* logits, std::int64_t width) {
  Lanes most = all(-__builtin_inff());
  by_lanes(width, [&](std::int64_t i, auto lanes) {
    most = larger(lanes.keep(lanes.load(logits + i), -__builtin_inff()), most);
  });
  return largest(most);
}

// Sums in fp32 registers and adds these to fp64 every 64 steps, so that a large vocabulary's small terms count.
template <class T>
inline double sum_of_exponentials(const T* logits, std::int64_t width, float most) {
  constexpr std::int64_t kStretch = 64 * kLanes;
  double total = 0;
  for (std::int64_t first = 0; first < width; first += kStretch) {
    const std::int64_t count = width - first < kStretch ? width - first : kStretch;
    Lanes part = all(0);
    by_lanes(count, [&](std::int64_t i, auto lanes) {
      part = part + lanes.keep(exponential(lanes.load(logits + first + i) - all(most)), 0);
    });
    total += sum(part);
  }
  return total;
}

template <class T>
float loss_of_row(T* logits, std::int64_t width, std::int64_t label, bool with_gradient, float scale) {
  const float most = largest_of_row(logits, width), at_label = load(logits + label);
  const double total = sum_of_exponentials(logits, width, most);
  const float loss = static_cast<float>(__builtin_log(total)) + (most - at_label);
  if (!with_gradient) return loss;
  const auto factor = static_cast<float>(scale / total);
  by_lanes(width, [&](std::int64_t i, auto lanes) {
    lanes.store(logits + i, exponential(lanes.load(logits + i) - all(most)) * all(factor));
  });
  store(logits + label, __builtin_expf(at_label - most) * factor - scale);
  return loss;
}

}   // namespace
}   // namespace lift
