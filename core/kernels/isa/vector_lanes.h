#pragma once
// Vectors of kBytes bytes as GCC's vector extension has them, for row functions that are written once and compiled for
// every instruction set. Internal linkage for that reason (see bf16.h). Private to core/kernels.
#include <cstdint>
#include <utility>

#include "core/kernels/isa/bf16.h"

namespace lift {
namespace {

// The integer types are template parameters because GCC drops vector_size when its base type is not dependent.
template <class C, int kBytes, class U16 = std::uint16_t, class U32 = std::uint32_t>
struct Lanes {
  static constexpr int kCount = kBytes / static_cast<int>(sizeof(C));
  typedef C Vector __attribute__((vector_size(kBytes)));
  typedef U16 Half __attribute__((vector_size(kBytes / 2)));
  typedef U32 Word __attribute__((vector_size(kBytes)));

  static Vector load(const C* from) {
    Vector v;
    __builtin_memcpy(&v, from, sizeof v);
    return v;
  }
  static Vector load(const Bf16* from) {
    Half half;
    __builtin_memcpy(&half, from, sizeof half);
    const Word word = __builtin_convertvector(half, Word) << 16;
    Vector v;
    __builtin_memcpy(&v, &word, sizeof v);
    return v;
  }
  // Lane i is a[i] + a[i + kStride] where bit kStride of i is clear, and b[i - kStride] + b[i] where it is set.
  template <int kStride>
  static Vector sum_in_turns(Vector a, Vector b) {
    return [&]<int... i>(std::integer_sequence<int, i...>) {
      return __builtin_shufflevector(a, b, (i & kStride ? kCount + i : i)...) +
             __builtin_shufflevector(a, b, (i & kStride ? kCount + (i ^ kStride) : (i ^ kStride))...);
    }
    (std::make_integer_sequence<int, kCount>());
  }
  // Adds halves until 16 bytes are left, then lane by lane: few instructions in one fixed order.
  static C sum(Vector v) {
    if constexpr (kBytes > 16) {
      using Narrow = Lanes<C, kBytes / 2>;
      typename Narrow::Vector low, high;
      __builtin_memcpy(&low, &v, sizeof low);
      __builtin_memcpy(&high, reinterpret_cast<const char*>(&v) + sizeof low, sizeof high);
      return Narrow::sum(low + high);
    } else {
      C total = v[0];
      for (int i = 1; i < kCount; ++i) total += v[i];
      return total;
    }
  }
};

}   // namespace
}   // namespace lift
