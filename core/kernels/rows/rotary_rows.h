#pragma once
// Row functions of rotary.h, for all heads of one token, on plain pointers (see bf16.h). Private to core/kernels.
#include <cstdint>

#include "core/kernels/isa/bf16.h"

namespace lift {

// x: [heads, width], of which the first 2 * half of a head rotate; sign: +1, or -1 to rotate back.
template <class T>
using RotaryRow = void (*)(T* x, const Compute<T>* cos, const Compute<T>* sin, std::int64_t heads, std::int64_t width,
                           std::int64_t half, Compute<T> sign);

template <class T>
RotaryRow<T> rotary_portable();
template <class T>
RotaryRow<T> rotary_avx2();
template <class T>
RotaryRow<T> rotary_avx512();

}   // namespace lift
