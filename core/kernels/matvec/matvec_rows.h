#pragma once
// Row functions of matvec.h and cached_attention.h, one set per instruction set, on plain pointers (see bf16.h).
// Private to core/kernels.
#include <cstdint>

#include "core/kernels/isa/bf16.h"

namespace lift {

// The rows of x in their own dtype, and in the compute type for sets with reads_wide.
template <class T>
struct LinearInput {
  const T* plain = nullptr;
  const Compute<T>* wide = nullptr;
  std::int64_t batch = 0;
};

// Many rows of x, transposed ("turned"): for each weight column the values of all rows are contiguous, [columns,
// padded], zero beyond the batch. Each set has its own layout, which its `turn` writes.
struct TurnedInput {
  const void* columns = nullptr;
  std::int64_t batch = 0, padded = 0;
};

template <class T>
struct TurnedRows {
  std::int64_t from_batch = 0;    // number of rows of x from which these are faster than `linear`
  std::int64_t lanes = 0;         // `padded` is a multiple of this
  std::int64_t weight_rows = 0;   // the most weight rows that one call of `linear` takes
  // Transposes x. Writes at most [width rounded up to a multiple of 32, padded] values of Compute<T>.
  void (*turn)(const LinearInput<T>& x, std::int64_t width, std::int64_t padded, void* columns) = nullptr;
  void (*linear)(const TurnedInput& x, const T* weight, std::int64_t width, std::int64_t first, std::int64_t last,
                 T* out, std::int64_t out_stride) = nullptr;
};

template <class T>
struct MatvecRows {
  using C = Compute<T>;
  // out[b * out_stride + m] = x[b] . weight[m] for m in [first, last).
  void (*linear)(const LinearInput<T>& x, const T* weight, std::int64_t width, std::int64_t first, std::int64_t last,
                 T* out, std::int64_t out_stride) = nullptr;
  // For the `group` query heads that share a key-value head, over `count` tokens. soft_cap 0: none.
  // scratch: group * (count + head_dim).
  void (*attend)(const T* q, std::int64_t group, std::int64_t head_dim, const T* keys, const T* values,
                 std::int64_t count, C scale, C soft_cap, C* scratch, T* out) = nullptr;
  // For many rows of x; `linear` is null if the one above is always faster.
  TurnedRows<T> turned = {};
  bool reads_wide = true;   // whether LinearInput::wide is needed
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
