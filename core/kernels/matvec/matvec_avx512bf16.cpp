#ifdef LIFT_KERNELS_AVX512BF16
// The bf16 rows of matvec_rows.h by dot products of bf16 pairs: the weight is used as it is stored.
#include <immintrin.h>

#include "core/kernels/isa/sum16_avx512.h"
#include "core/kernels/matvec/matvec_lanes.h"

namespace lift {
namespace {

constexpr std::int64_t kPairs = 32;   // bf16 values in a register

inline __m512bh load_pairs(const Bf16* from) {
  const __m512i bits = _mm512_loadu_si512(from);
  return reinterpret_cast<const __m512bh&>(bits);
}

inline __m512bh load_pairs(const Bf16* from, std::int64_t count) {
  const __m512i bits = _mm512_maskz_loadu_epi16((__mmask32{1} << count) - 1, from);
  return reinterpret_cast<const __m512bh&>(bits);
}

// kRows rows of the weight times kBatch rows of x, at most sixteen outputs. The rows of the next tile are asked for
// ahead: they follow in memory, but the processor does not foresee a read across a page.
template <int kRows, int kBatch>
void tile_of_pairs(const Bf16* x, const Bf16* weight, std::int64_t width, Bf16* out, std::int64_t out_stride) {
  static_assert(kRows * kBatch <= 16);
  __m512 sums[16];
  for (__m512& sum : sums) sum = _mm512_setzero_ps();
  const auto add = [&](int r, int b, __m512bh x_pairs, __m512bh w_pairs) {
    sums[r * kBatch + b] = _mm512_dpbf16_ps(sums[r * kBatch + b], x_pairs, w_pairs);
  };
  std::int64_t i = 0;
  for (; i + kPairs <= width; i += kPairs) {
    __m512bh xs[kBatch];
    for (int b = 0; b < kBatch; ++b) xs[b] = load_pairs(x + b * width + i);
    for (int r = 0; r < kRows; ++r) {
      const Bf16* from = weight + r * width + i;
      _mm_prefetch(reinterpret_cast<const char*>(from + kRows * width), _MM_HINT_T0);
      const __m512bh w = load_pairs(from);
      for (int b = 0; b < kBatch; ++b) add(r, b, xs[b], w);
    }
  }
  if (const std::int64_t rest = width - i; rest > 0)
    for (int r = 0; r < kRows; ++r)
      for (int b = 0; b < kBatch; ++b)
        add(r, b, load_pairs(x + b * width + i, rest), load_pairs(weight + r * width + i, rest));
  float totals[16];
  _mm512_storeu_ps(totals, sums_of_16([&](int i, __m512* four) __attribute__((always_inline)) {
                     for (int j = 0; j < 4; ++j) four[j] = sums[i + j];
                   }));
  for (int r = 0; r < kRows; ++r)
    for (int b = 0; b < kBatch; ++b) store(out + b * out_stride + r, totals[r * kBatch + b]);
}

template <int kBatch>
void rows_of_pairs(const Bf16* x, const Bf16* weight, std::int64_t width, std::int64_t first, std::int64_t last,
                   Bf16* out, std::int64_t out_stride) {
  constexpr int kRows = 16 / kBatch;
  std::int64_t m = first;
  for (; m + kRows <= last; m += kRows) tile_of_pairs<kRows, kBatch>(x, weight + m * width, width, out + m, out_stride);
  for (; m < last; ++m) tile_of_pairs<1, kBatch>(x, weight + m * width, width, out + m, out_stride);
}

void linear_of_pairs(const LinearInput<Bf16>& x, const Bf16* weight, std::int64_t width, std::int64_t first,
                     std::int64_t last, Bf16* out, std::int64_t out_stride) {
  for (std::int64_t b = 0; b < x.batch;) {
    const std::int64_t left = x.batch - b;
    const Bf16* rows = x.plain + b * width;
    Bf16* to = out + b * out_stride;
    if (left >= 4) rows_of_pairs<4>(rows, weight, width, first, last, to, out_stride), b += 4;
    else if (left >= 2) rows_of_pairs<2>(rows, weight, width, first, last, to, out_stride), b += 2;
    else rows_of_pairs<1>(rows, weight, width, first, last, to, out_stride), b += 1;
  }
}

}   // namespace

MatvecRows<Bf16> matvec_avx512bf16() { return {linear_of_pairs, attend<Bf16, 64>, {}, false}; }

}   // namespace lift
#endif
