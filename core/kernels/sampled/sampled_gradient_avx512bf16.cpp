#include "core/kernels/sampled/sampled_gradient_rows.h"

#ifdef LIFT_KERNELS_AVX512BF16
#include <immintrin.h>

#include "core/kernels/isa/sum16_avx512.h"
#include "core/kernels/matvec/transposed_tokens.h"

namespace lift {
namespace {

void pack(const Bf16* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns, void* to) {
  static_assert(kLine == kPackTokens);
  transpose_line(from, stride, tokens, columns, static_cast<Bf16*>(to), kSampleTokens);
}

constexpr int kShare = 4;

struct Columns {
  const Bf16 *grad, *input;
  std::int64_t lines;

  const Bf16* grad_of(const SampledEntry& entry) const { return grad + entry.row * kSampleTokens; }
  const Bf16* input_of(const SampledEntry& entry) const { return input + entry.column * kSampleTokens; }
};

inline __m512bh load_line(const Bf16* from) { return (__m512bh)_mm512_loadu_si512(from); }

// Partial sums of four entries; side by side, so that no addition waits for the one before it.
template <bool same_row>
inline void partial_sums_of_4(const Columns& c, const SampledEntry* entries, __m512* sums) {
  const Bf16 *a[kShare], *b[kShare];
  for (int j = 0; j < kShare; ++j) {
    a[j] = c.grad_of(entries[j]);
    b[j] = c.input_of(entries[j]);
    sums[j] = _mm512_setzero_ps();
  }
#pragma GCC unroll 8
  for (std::int64_t at = 0; at < c.lines * kLine; at += kLine) {
    const __m512bh first = load_line(a[0] + at);
#pragma GCC unroll 4
    for (int j = 0; j < kShare; ++j) {
      sums[j] = _mm512_dpbf16_ps(sums[j], same_row ? first : load_line(a[j] + at), load_line(b[j] + at));
    }
  }
}

void accumulate(const void* packed_grad, const void* packed_input, const SampledEntry* entries, std::int64_t count,
                std::int64_t tokens, float* sums) {
  const Columns columns{static_cast<const Bf16*>(packed_grad), static_cast<const Bf16*>(packed_input),
                        (tokens + kLine - 1) / kLine};
  sum_in_groups_of_16(entries, count, sums, [&](const SampledEntry* four, __m512* partial) {
    if (four[0].row == four[kShare - 1].row) {
      partial_sums_of_4<true>(columns, four, partial);
    } else {
      partial_sums_of_4<false>(columns, four, partial);
    }
  });
}

}   // namespace

SampledGradientRows<Bf16> sampled_gradient_avx512bf16() { return {sizeof(Bf16), pack, accumulate}; }

}   // namespace lift
#endif
