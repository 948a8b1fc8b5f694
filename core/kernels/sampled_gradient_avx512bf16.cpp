#include "core/kernels/sampled_gradient_rows.h"

#ifdef LIFT_KERNELS_AVX512BF16
#include <immintrin.h>

#include "core/kernels/sum16_avx512.h"

namespace lift {
namespace {

constexpr std::int64_t kLine = 32;   // tokens in a register
constexpr std::int64_t kStrip = 8;   // columns transposed at once: 128 bits of a token

inline __m128i load_columns(const Bf16* from, std::int64_t columns) {
  if (columns >= kStrip) return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
  return _mm_maskz_loadu_epi16(static_cast<__mmask8>((1u << columns) - 1), from);
}

// 32 tokens of 8 columns, `columns` of them there, to[column][token]: each 128-bit lane takes eight tokens, and
// three rounds of interleaving transpose all four lanes at once.
inline void transpose(const Bf16* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns, Bf16* to) {
  __m512i row[8];
  for (int i = 0; i < 8; ++i) {
    const auto lane = [&](std::int64_t token) {
      return token < tokens ? load_columns(from + token * stride, columns) : _mm_setzero_si128();
    };
    row[i] = _mm512_castsi128_si512(lane(i));
    row[i] = _mm512_inserti32x4(row[i], lane(i + 8), 1);
    row[i] = _mm512_inserti32x4(row[i], lane(i + 16), 2);
    row[i] = _mm512_inserti32x4(row[i], lane(i + 24), 3);
  }
  __m512i pair[8], quad[8];
  for (int i = 0; i < 4; ++i) {
    pair[2 * i] = _mm512_unpacklo_epi16(row[2 * i], row[2 * i + 1]);
    pair[2 * i + 1] = _mm512_unpackhi_epi16(row[2 * i], row[2 * i + 1]);
  }
  for (int i = 0; i < 2; ++i) {
    for (int j = 0; j < 2; ++j) {
      quad[4 * i + 2 * j] = _mm512_unpacklo_epi32(pair[4 * i + j], pair[4 * i + 2 + j]);
      quad[4 * i + 2 * j + 1] = _mm512_unpackhi_epi32(pair[4 * i + j], pair[4 * i + 2 + j]);
    }
  }
  for (int j = 0; j < 4; ++j) {
    if (2 * j < columns) {
      _mm512_storeu_si512(to + 2 * j * kSampleTokens, _mm512_unpacklo_epi64(quad[j], quad[4 + j]));
    }
    if (2 * j + 1 < columns) {
      _mm512_storeu_si512(to + (2 * j + 1) * kSampleTokens, _mm512_unpackhi_epi64(quad[j], quad[4 + j]));
    }
  }
}

void pack(const Bf16* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns, void* to) {
  static_assert(kLine == kPackTokens);
  for (std::int64_t c = 0; c < columns; c += kStrip) {
    transpose(from + c, stride, tokens, columns - c, static_cast<Bf16*>(to) + c * kSampleTokens);
  }
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

}  // namespace

SampledGradientRows<Bf16> sampled_gradient_avx512bf16() { return {sizeof(Bf16), pack, accumulate}; }

}  // namespace lift
#endif
