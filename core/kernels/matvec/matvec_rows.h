#pragma once
// Row functions of matvec.h and cached_attention.h, one set per instruction set. Plain pointers only (see bf16.h).
// Private to core/kernels.
#include <cstdint>

#include "core/kernels/isa/bf16.h"

namespace lift {

// The rows of x: as they are, and in the type that is computed in for a set that reads_wide.
template <class T>
struct LinearInput {
  const T* plain = nullptr;
  const Compute<T>* wide = nullptr;
  std::int64_t batch = 0;
};

// Many rows of x, turned so that what all of them multiply with one column of a weight lies side by side: [columns,
// padded], zero beyond the batch, in the order of the set that turned them.
struct TurnedInput {
  const void* columns = nullptr;
  std::int64_t batch = 0, padded = 0;
};

template <class T>
struct TurnedRows {
  std::int64_t from_batch = 0;    // where these are faster than `linear`
  std::int64_t lanes = 0;         // `padded` is a multiple of it
  std::int64_t weight_rows = 0;   // that one call of `linear` takes at most
  // Writes columns [width rounded up to 32, padded] of Compute<T>, or less.
  void (*turn)(const LinearInput<T>& x, std::int64_t width, std::int64_t padded, void* columns) = nullptr;
  void (*linear)(const TurnedInput& x, const T* weight, std::int64_t width, std::int64_t first, std::int64_t last,
                 T* out, std::int64_t out_stride) = nullptr;
};

template <class T>
struct MatvecRows {
  using C = Compute<T>;
  // out[b * out_stride + m] = x[b] . weight[m] for m of [first, last).
  void (*linear)(const LinearInput<T>& x, const T* weight, std::int64_t width, std::int64_t first, std::int64_t last,
                 T* out, std::int64_t out_stride) = nullptr;
  // The `group` query heads that share one key-value head, over `count` tokens. scratch: group * (count + head_dim).
  void (*attend)(const T* q, std::int64_t group, std::int64_t head_dim, const T* keys, const T* values,
                 std::int64_t count, C scale, C* scratch, T* out) = nullptr;
  // Of many rows of x; null where linear is always faster.
  TurnedRows<T> turned = {};
  bool reads_wide = true;   // LinearInput::wide
};

template <class T>
MatvecRows<T> matvec_portable();
template <class T>
MatvecRows<T> matvec_avx2();
template <class T>
MatvecRows<T> matvec_avx512();
MatvecRows<Bf16> matvec_avx512bf16();
TurnedRows<Bf16> matvec_amxbf16();

}   // namespace lift
