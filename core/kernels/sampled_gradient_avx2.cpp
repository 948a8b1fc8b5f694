#include "core/kernels/sampled_gradient_rows.h"

#ifdef LIFT_KERNELS_AVX2
#include <immintrin.h>

namespace lift {
namespace {

constexpr std::int64_t kLine = 8;    // tokens in a register
constexpr std::int64_t kStrip = 4;   // columns transposed at once: 128 bits of a token in fp32

inline __m128 load_columns(const float* from, std::int64_t columns) {
  if (columns >= kStrip) return _mm_loadu_ps(from);
  return _mm_set_ps(0, columns > 2 ? from[2] : 0, columns > 1 ? from[1] : 0, from[0]);
}

inline __m128 load_columns(const Bf16* from, std::int64_t columns) {
  if (columns >= kStrip) {
    const __m128i bits = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(from));
    return _mm_castsi128_ps(_mm_unpacklo_epi16(_mm_setzero_si128(), bits));
  }
  return _mm_set_ps(0, columns > 2 ? to_float(from[2]) : 0, columns > 1 ? to_float(from[1]) : 0, to_float(from[0]));
}

// 8 tokens of 4 columns, `columns` of them there, to[column][token]: each 128-bit lane takes four tokens.
template <class T>
inline void transpose(const T* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns, float* to) {
  __m256 row[4];
  for (int i = 0; i < 4; ++i) {
    const auto lane = [&](std::int64_t token) {
      return token < tokens ? load_columns(from + token * stride, columns) : _mm_setzero_ps();
    };
    row[i] = _mm256_insertf128_ps(_mm256_castps128_ps256(lane(i)), lane(i + 4), 1);
  }
  const __m256d low01 = _mm256_castps_pd(_mm256_unpacklo_ps(row[0], row[1]));
  const __m256d low23 = _mm256_castps_pd(_mm256_unpacklo_ps(row[2], row[3]));
  const __m256d high01 = _mm256_castps_pd(_mm256_unpackhi_ps(row[0], row[1]));
  const __m256d high23 = _mm256_castps_pd(_mm256_unpackhi_ps(row[2], row[3]));
  const __m256d column[4] = {_mm256_unpacklo_pd(low01, low23), _mm256_unpackhi_pd(low01, low23),
                             _mm256_unpacklo_pd(high01, high23), _mm256_unpackhi_pd(high01, high23)};
  for (int c = 0; c < 4; ++c) {
    if (c < columns) _mm256_storeu_ps(to + c * kSampleTokens, _mm256_castpd_ps(column[c]));
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

inline __m256 partial_sums(const float* a, const float* b, std::int64_t padded) {
  __m256 sum = _mm256_setzero_ps();
  for (std::int64_t t = 0; t < padded; t += kLine) {
    sum = _mm256_fmadd_ps(_mm256_loadu_ps(a + t), _mm256_loadu_ps(b + t), sum);
  }
  return sum;
}

// Eight registers of partial sums become one of eight sums, each by the same tree of additions.
inline __m256 sums_of_8(const __m256 (&p)[8]) {
  const __m256 low = _mm256_hadd_ps(_mm256_hadd_ps(p[0], p[1]), _mm256_hadd_ps(p[2], p[3]));
  const __m256 high = _mm256_hadd_ps(_mm256_hadd_ps(p[4], p[5]), _mm256_hadd_ps(p[6], p[7]));
  return _mm256_add_ps(_mm256_permute2f128_ps(low, high, 0x20), _mm256_permute2f128_ps(low, high, 0x31));
}

void accumulate(const void* packed_grad, const void* packed_input, const SampledEntry* entries, std::int64_t count,
                std::int64_t tokens, float* sums) {
  const auto* grad = static_cast<const float*>(packed_grad);
  const auto* input = static_cast<const float*>(packed_input);
  const std::int64_t padded = (tokens + kLine - 1) / kLine * kLine;
  for (std::int64_t i = 0; i < count; i += 8) {
    const std::int64_t last = count - 1 - i;
    __m256 partial[8];
#pragma GCC unroll 8
    for (std::int64_t j = 0; j < 8; ++j) {
      const SampledEntry& entry = entries[i + (j < last ? j : last)];
      partial[j] = partial_sums(grad + entry.row * kSampleTokens, input + entry.column * kSampleTokens, padded);
    }
    const __m256 sum = sums_of_8(partial);
    if (last >= 7) {
      _mm256_storeu_ps(sums + i, _mm256_add_ps(_mm256_loadu_ps(sums + i), sum));
    } else {
      float values[8];
      _mm256_storeu_ps(values, sum);
      for (std::int64_t j = 0; j <= last; ++j) sums[i + j] += values[j];
    }
  }
}

}  // namespace

template <class T>
SampledGradientRows<T> sampled_gradient_avx2() {
  return {sizeof(float), pack<T>, accumulate};
}
template SampledGradientRows<Bf16> sampled_gradient_avx2();
template SampledGradientRows<float> sampled_gradient_avx2();

}  // namespace lift
#endif
