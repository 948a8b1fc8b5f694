#include "core/kernels/sampled/sampled_gradient_rows.h"

#ifdef LIFT_KERNELS_AVX512
#include <immintrin.h>

#include "core/kernels/isa/sum16_avx512.h"

namespace lift {
namespace {

constexpr std::int64_t kLine = 16;   // tokens in a register
constexpr std::int64_t kStrip = 4;   // columns transposed at once: 128 bits of a token in fp32

inline __m128 load_columns(const float* from, std::int64_t columns) {
  if (columns >= kStrip) return _mm_loadu_ps(from);
  return _mm_maskz_loadu_ps(static_cast<__mmask8>((1u << columns) - 1), from);
}

inline __m128 load_columns(const Bf16* from, std::int64_t columns) {
  const __m128i bits = columns >= kStrip ? _mm_loadl_epi64(reinterpret_cast<const __m128i*>(from))
                                         : _mm_maskz_loadu_epi16(static_cast<__mmask8>((1u << columns) - 1), from);
  return _mm_castsi128_ps(_mm_unpacklo_epi16(_mm_setzero_si128(), bits));
}

// 16 tokens of 4 columns, `columns` of them there, to[column][token]: each 128-bit lane takes four tokens.
template <class T>
inline void transpose(const T* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns, float* to) {
  __m512 row[4];
  for (int i = 0; i < 4; ++i) {
    const auto lane = [&](std::int64_t token) {
      return token < tokens ? load_columns(from + token * stride, columns) : _mm_setzero_ps();
    };
    row[i] = _mm512_castps128_ps512(lane(i));
    row[i] = _mm512_insertf32x4(row[i], lane(i + 4), 1);
    row[i] = _mm512_insertf32x4(row[i], lane(i + 8), 2);
    row[i] = _mm512_insertf32x4(row[i], lane(i + 12), 3);
  }
  const __m512d low01 = _mm512_castps_pd(_mm512_unpacklo_ps(row[0], row[1]));
  const __m512d low23 = _mm512_castps_pd(_mm512_unpacklo_ps(row[2], row[3]));
  const __m512d high01 = _mm512_castps_pd(_mm512_unpackhi_ps(row[0], row[1]));
  const __m512d high23 = _mm512_castps_pd(_mm512_unpackhi_ps(row[2], row[3]));
  const __m512d column[4] = {_mm512_unpacklo_pd(low01, low23), _mm512_unpackhi_pd(low01, low23),
                             _mm512_unpacklo_pd(high01, high23), _mm512_unpackhi_pd(high01, high23)};
  for (int c = 0; c < 4; ++c) {
    if (c < columns) _mm512_storeu_ps(to + c * kSampleTokens, _mm512_castpd_ps(column[c]));
  }
}

template <class T>
void pack(const T* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns, void* to) {
  for (std::int64_t t = 0; t < kPackTokens; t += kLine) {
    for (std::int64_t c = 0; c < columns; c += kStrip) {
      transpose(from + t * stride + c, stride, tokens - t, columns - c,
                static_cast<float*>(to) + c * kSampleTokens + t);
    }
  }
}

constexpr int kShare = 4;

// Partial sums of four entries; side by side, so that no addition waits for the one before it.
template <bool same_row>
inline void partial_sums_of_4(const float* grad, const float* input, const SampledEntry* entries, std::int64_t tokens,
                              __m512* sums) {
  const float *a[kShare], *b[kShare];
  for (int j = 0; j < kShare; ++j) {
    a[j] = grad + entries[j].row * kSampleTokens;
    b[j] = input + entries[j].column * kSampleTokens;
    sums[j] = _mm512_setzero_ps();
  }
  for (std::int64_t t = 0; t < tokens; t += kLine) {
    const __m512 first = _mm512_loadu_ps(a[0] + t);
#pragma GCC unroll 4
    for (int j = 0; j < kShare; ++j) {
      sums[j] = _mm512_fmadd_ps(same_row ? first : _mm512_loadu_ps(a[j] + t), _mm512_loadu_ps(b[j] + t), sums[j]);
    }
  }
}

void accumulate(const void* packed_grad, const void* packed_input, const SampledEntry* entries, std::int64_t count,
                std::int64_t tokens, float* sums) {
  const auto* grad = static_cast<const float*>(packed_grad);
  const auto* input = static_cast<const float*>(packed_input);
  sum_in_groups_of_16(entries, count, sums, [&](const SampledEntry* four, __m512* partial) {
    if (four[0].row == four[kShare - 1].row) {
      partial_sums_of_4<true>(grad, input, four, tokens, partial);
    } else {
      partial_sums_of_4<false>(grad, input, four, tokens, partial);
    }
  });
}

}   // namespace

template <class T>
SampledGradientRows<T> sampled_gradient_avx512() {
  return {sizeof(float), pack<T>, accumulate};
}
template SampledGradientRows<Bf16> sampled_gradient_avx512();
template SampledGradientRows<float> sampled_gradient_avx512();

}   // namespace lift
#endif
