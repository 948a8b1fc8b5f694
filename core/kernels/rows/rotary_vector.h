#pragma once
// Row function of rotary.h, on the vector type of the header that the .cpp file includes first.
// Private to core/kernels.
#include "core/kernels/isa/vector_math.h"
#include "core/kernels/rows/rotary_rows.h"

namespace lift {
namespace {

template <class T>
void rotate(T* x, const float* cos, const float* sin, std::int64_t heads, std::int64_t width, std::int64_t half,
            float sign) {
  by_lanes(half, [&](std::int64_t i, auto lanes) {
    const Lanes c = lanes.load(cos + i), s = all(sign) * lanes.load(sin + i);
    for (std::int64_t head = 0; head < heads; ++head) {
      T *low = x + head * width + i, *high = low + half;
      const Lanes first = lanes.load(low), second = lanes.load(high);
      lanes.store(low, first * c - second * s);
      lanes.store(high, second * c + first * s);
    }
  });
}

}   // namespace
}   // namespace lift
