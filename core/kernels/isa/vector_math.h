#pragma once
// Functions shared by the *_vector.h row functions, on the vector type of the header that the .cpp file includes first.
// Private to core/kernels.
#include "core/kernels/isa/tanh_series.h"

namespace lift {
namespace {

// Calls f(i, Whole) for every full register of a row, then f(i, Part) for the rest.
template <class F>
inline void by_lanes(std::int64_t width, F&& f) {
  std::int64_t i = 0;
  for (; i + kLanes <= width; i += kLanes) f(i, Whole{});
  if (i < width) f(i, Part(width - i));
}

// e^x to about one unit in the last place: x = n ln 2 + r with |r| <= ln 2 / 2, and the Taylor polynomial in r.
// Clamped to the range of fp32; NaN stays NaN.
[[maybe_unused]] inline Lanes exponential(Lanes x) {
  x = larger(all(-87.33654f), smaller(all(88.37626f), x));
  const Lanes n = round_to_integer(x * all(1.44269504f));
  const Lanes r = multiply_add(n, all(1.90465421e-9f), multiply_add(n, all(-0.693147182f), x));
  Lanes p = all(1.0f / 5040);
  p = multiply_add(p, r, all(1.0f / 720));
  p = multiply_add(p, r, all(1.0f / 120));
  p = multiply_add(p, r, all(1.0f / 24));
  p = multiply_add(p, r, all(1.0f / 6));
  p = multiply_add(p, r, all(0.5f));
  p = multiply_add(p, r, all(1.0f));
  p = multiply_add(p, r, all(1.0f));
  return scale_by_power(p, n);
}

// tanh(x) to about two units in the last place: a series where x is small, beyond it, where nothing cancels,
// (1 - e^-2|x|) / (1 + e^-2|x|). NaN stays NaN.
[[maybe_unused]] inline Lanes hyperbolic_tangent(Lanes x) {
  const Lanes square = x * x, size = larger(all(0) - x, x), less = exponential(all(-2) * size);
  const Lanes far = (all(1) - less) / (all(1) + less);
  Lanes series = all(0);
  for (const float coefficient : kTanhSeries) series = multiply_add(series, square, all(coefficient));
  return choose(size, all(kTanhSeriesEnd), choose(x, all(0), far, all(0) - far), series * x);
}

[[maybe_unused]] inline Lanes sigmoid(Lanes x) { return all(1) / (all(1) + exponential(all(0) - x)); }

}   // namespace
}   // namespace lift
