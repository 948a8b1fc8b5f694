#pragma once
// Row functions of swiglu.h, on plain pointers (see bf16.h). Private to core/kernels.
#include <cstdint>

#include "core/kernels/isa/bf16.h"

namespace lift {

template <class T>
struct SwigluRows {
  void (*forward)(const T* gate, const T* up, T* hidden, std::int64_t width);
  // gate and up are replaced by their gradients; hidden, unless nullptr, receives silu(gate) * up.
  void (*backward)(const T* grad_hidden, T* gate, T* up, T* hidden, std::int64_t width);
};

template <class T>
SwigluRows<T> swiglu_portable();
template <class T>
SwigluRows<T> swiglu_avx2();
template <class T>
SwigluRows<T> swiglu_avx512();

}   // namespace lift
