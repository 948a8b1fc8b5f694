#include "core/kernels/rows/rotary_rows.h"

namespace lift {
namespace {

template <class T>
void rotate(T* x, const Compute<T>* cos, const Compute<T>* sin, std::int64_t heads, std::int64_t width,
            std::int64_t half, Compute<T> sign) {
  for (std::int64_t head = 0; head < heads; ++head, x += width) {
    for (std::int64_t i = 0; i < half; ++i) {
      const Compute<T> first = load(x + i), second = load(x + half + i), s = sign * sin[i];
      store(x + i, first * cos[i] - second * s);
      store(x + half + i, second * cos[i] + first * s);
    }
  }
}

}   // namespace

template <class T>
RotaryRow<T> rotary_portable() {
  return rotate<T>;
}
template RotaryRow<Bf16> rotary_portable();
template RotaryRow<float> rotary_portable();
template RotaryRow<double> rotary_portable();

}   // namespace lift
