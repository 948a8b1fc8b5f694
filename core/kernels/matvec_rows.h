#pragma once
// Row functions of matvec.h and cached_attention.h, one set per instruction set. Plain pointers only (see bf16.h).
#include <cstdint>

#include "core/kernels/bf16.h"

namespace lift {

// The rows of x twice: as they are, and in the type that is computed in.
template <class T>
struct LinearInput {
  const T* plain = nullptr;
  const Compute<T>* wide = nullptr;
  std::int64_t batch = 0;
};

// Many rows of x, turned so that their values of one column lie side by side: [width, padded], zero beyond the batch.
template <class T>
struct TurnedInput {
  const Compute<T>* columns = nullptr;
  std::int64_t batch = 0, padded = 0;
};

inline constexpr std::int64_t kTurnedRows = 48;   // of a weight that one call takes at most: a multiple of every tile's

template <class T>
struct MatvecRows {
  using C = Compute<T>;
  // out[b * out_stride + m] = x[b] . weight[m] for m of [first, last).
  void (*linear)(const LinearInput<T>& x, const T* weight, std::int64_t width, std::int64_t first, std::int64_t last,
                 T* out, std::int64_t out_stride) = nullptr;
  // The `group` query heads that share one key-value head, over `count` tokens. scores: scratch of group * count.
  void (*attend)(const T* q, std::int64_t group, std::int64_t head_dim, const T* keys, const T* values,
                 std::int64_t count, C scale, C* scores, T* out) = nullptr;
  // The same as linear, for many rows of x, padded to a multiple of `lanes`, and at most kTurnedRows of the
  // weight; null where linear is always faster.
  void (*linear_of_turned)(const TurnedInput<T>& x, const T* weight, std::int64_t width, std::int64_t first,
                           std::int64_t last, T* out, std::int64_t out_stride) = nullptr;
  std::int64_t lanes = 0;
};

template <class T>
MatvecRows<T> matvec_portable();
template <class T>
MatvecRows<T> matvec_avx2();
template <class T>
MatvecRows<T> matvec_avx512();
MatvecRows<Bf16> matvec_avx512bf16();

}  // namespace lift
