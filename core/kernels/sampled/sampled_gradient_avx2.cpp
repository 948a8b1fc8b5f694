#include "core/kernels/sampled/sampled_gradient_rows.h"

#ifdef LIFT_KERNELS_AVX2
#include <immintrin.h>

namespace lift {
namespace {

// What one load brings of a packed column: fp32 values, or bf16 pairs parted into their first and second tokens.
struct Fp32Line {
  using Value = float;
  static constexpr std::int64_t kTokens = 8, kParts = 1;
  __m256 parts[kParts];

  static Fp32Line load(const Value* from) { return {{_mm256_loadu_ps(from)}}; }
};

struct Bf16Line {
  using Value = Bf16;
  static constexpr std::int64_t kTokens = 16, kParts = 2;
  __m256 parts[kParts];

  static Bf16Line load(const Value* from) {
    const __m256i pairs = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
    const __m256i second = _mm256_and_si256(pairs, _mm256_set1_epi32(static_cast<int>(0xffff0000u)));
    return {{_mm256_castsi256_ps(_mm256_slli_epi32(pairs, 16)), _mm256_castsi256_ps(second)}};
  }
};

inline __m128 load_columns(const float* from, std::int64_t columns) {
  if (columns >= 4) return _mm_loadu_ps(from);
  return _mm_set_ps(0, columns > 2 ? from[2] : 0, columns > 1 ? from[1] : 0, from[0]);
}

inline __m128i load_columns(const Bf16* from, std::int64_t columns) {
  if (columns >= 8) return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
  Bf16 there[8] = {};
  for (std::int64_t c = 0; c < columns; ++c) there[c] = from[c];
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(there));
}

// 8 tokens of 4 columns, `columns` of them there, to[column][token]: each 128-bit lane takes four tokens.
inline void transpose(const float* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns, float* to) {
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

// 16 tokens of 8 columns: each 128-bit lane takes eight tokens, interleaved by one, two and four.
inline void transpose(const Bf16* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns, Bf16* to) {
  __m256i row[8];
  for (int i = 0; i < 8; ++i) {
    const auto lane = [&](std::int64_t token) {
      return token < tokens ? load_columns(from + token * stride, columns) : _mm_setzero_si128();
    };
    row[i] = _mm256_inserti128_si256(_mm256_castsi128_si256(lane(i)), lane(i + 8), 1);
  }
  __m256i pair[8], quad[8];
  for (int i = 0; i < 4; ++i) {
    pair[2 * i] = _mm256_unpacklo_epi16(row[2 * i], row[2 * i + 1]);
    pair[2 * i + 1] = _mm256_unpackhi_epi16(row[2 * i], row[2 * i + 1]);
  }
  for (int i = 0; i < 2; ++i) {
    for (int j = 0; j < 2; ++j) {
      quad[4 * i + 2 * j] = _mm256_unpacklo_epi32(pair[4 * i + j], pair[4 * i + 2 + j]);
      quad[4 * i + 2 * j + 1] = _mm256_unpackhi_epi32(pair[4 * i + j], pair[4 * i + 2 + j]);
    }
  }
  const auto store = [&](int c, __m256i column) {
    if (c < columns) _mm256_storeu_si256(reinterpret_cast<__m256i*>(to + c * kSampleTokens), column);
  };
  for (int j = 0; j < 4; ++j) {
    store(2 * j, _mm256_unpacklo_epi64(quad[j], quad[4 + j]));
    store(2 * j + 1, _mm256_unpackhi_epi64(quad[j], quad[4 + j]));
  }
}

template <class Line>
void pack(const typename Line::Value* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns, void* to) {
  constexpr std::int64_t kStrip = 16 / static_cast<std::int64_t>(sizeof(typename Line::Value));   // 128 bits of a token
  for (std::int64_t t = 0; t < kPackTokens; t += Line::kTokens) {
    for (std::int64_t c = 0; c < columns; c += kStrip) {
      transpose(from + t * stride + c, stride, tokens - t, columns - c,
                static_cast<typename Line::Value*>(to) + c * kSampleTokens + t);
    }
  }
}

constexpr int kShare = 4;

// Partial sums of four entries; side by side, so that no addition waits for the one before it.
template <class Line, bool same_row>
inline void partial_sums_of_4(const typename Line::Value* grad, const typename Line::Value* input,
                              const SampledEntry* const* entries, std::int64_t tokens, __m256* sums) {
  const typename Line::Value *a[kShare], *b[kShare];
  __m256 partial[kShare][Line::kParts];
  for (int j = 0; j < kShare; ++j) {
    a[j] = grad + entries[j]->row * kSampleTokens;
    b[j] = input + entries[j]->column * kSampleTokens;
    for (__m256& part : partial[j]) part = _mm256_setzero_ps();
  }
  for (std::int64_t t = 0; t < tokens; t += Line::kTokens) {
    const Line first = Line::load(a[0] + t);
#pragma GCC unroll 4
    for (int j = 0; j < kShare; ++j) {
      const Line left = same_row ? first : Line::load(a[j] + t), right = Line::load(b[j] + t);
#pragma GCC unroll 2
      for (int p = 0; p < Line::kParts; ++p)
        partial[j][p] = _mm256_fmadd_ps(left.parts[p], right.parts[p], partial[j][p]);
    }
  }
  for (int j = 0; j < kShare; ++j)
    sums[j] = Line::kParts == 1 ? partial[j][0] : _mm256_add_ps(partial[j][0], partial[j][Line::kParts - 1]);
}

// Eight registers of partial sums become one of eight sums, each by the same tree of additions.
inline __m256 sums_of_8(const __m256 (&p)[8]) {
  const __m256 low = _mm256_hadd_ps(_mm256_hadd_ps(p[0], p[1]), _mm256_hadd_ps(p[2], p[3]));
  const __m256 high = _mm256_hadd_ps(_mm256_hadd_ps(p[4], p[5]), _mm256_hadd_ps(p[6], p[7]));
  return _mm256_add_ps(_mm256_permute2f128_ps(low, high, 0x20), _mm256_permute2f128_ps(low, high, 0x31));
}

template <class Line>
void accumulate(const void* packed_grad, const void* packed_input, const SampledEntry* entries, std::int64_t count,
                std::int64_t tokens, float* sums) {
  const auto* grad = static_cast<const typename Line::Value*>(packed_grad);
  const auto* input = static_cast<const typename Line::Value*>(packed_input);
  for (std::int64_t i = 0; i < count; i += 8) {
    const std::int64_t last = count - 1 - i;
    __m256 partial[8];
    for (std::int64_t first = 0; first < 8; first += kShare) {
      const SampledEntry* four[kShare];
      for (std::int64_t j = 0; j < kShare; ++j) four[j] = entries + i + (first + j < last ? first + j : last);
      if (four[0]->row == four[kShare - 1]->row)
        partial_sums_of_4<Line, true>(grad, input, four, tokens, partial + first);
      else partial_sums_of_4<Line, false>(grad, input, four, tokens, partial + first);
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

template <class Line>
SampledGradientRows<typename Line::Value> rows_of() {
  return {sizeof(typename Line::Value), pack<Line>, accumulate<Line>};
}

}   // namespace

template <>
SampledGradientRows<Bf16> sampled_gradient_avx2() {
  return rows_of<Bf16Line>();
}
template <>
SampledGradientRows<float> sampled_gradient_avx2() {
  return rows_of<Fp32Line>();
}

}   // namespace lift
#endif
