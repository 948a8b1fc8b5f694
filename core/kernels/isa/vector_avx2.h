#pragma once
// Eight fp32 lanes: the vector operations that the *_vector.h row functions use. vector_avx512.h has the same with
// sixteen lanes. Only for files compiled for AVX2 and FMA; everything has internal linkage (see bf16.h).
// Private to core/kernels.
#include <immintrin.h>

#include <cstdint>

#include "core/kernels/isa/bf16.h"

namespace lift {
namespace {

using Lanes = __m256;
inline constexpr std::int64_t kLanes = 8;

inline Lanes all(float value) { return _mm256_set1_ps(value); }
inline Lanes multiply_add(Lanes a, Lanes b, Lanes c) { return _mm256_fmadd_ps(a, b, c); }
// If one operand is NaN, the result is the second one.
inline Lanes larger(Lanes a, Lanes b) { return _mm256_max_ps(a, b); }
inline Lanes smaller(Lanes a, Lanes b) { return _mm256_min_ps(a, b); }
inline Lanes round_to_integer(Lanes a) { return _mm256_round_ps(a, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC); }
// a * 2^n for integer n in [-126, 127].
inline Lanes scale_by_power(Lanes a, Lanes n) {
  const __m256i exponent = _mm256_add_epi32(_mm256_cvtps_epi32(n), _mm256_set1_epi32(127));
  return a * _mm256_castsi256_ps(_mm256_slli_epi32(exponent, 23));
}

// `yes` in lanes where a >= b, else `no`.
inline Lanes choose(Lanes a, Lanes b, Lanes yes, Lanes no) {
  return _mm256_blendv_ps(no, yes, _mm256_cmp_ps(a, b, _CMP_GE_OQ));
}
inline Lanes counting() { return _mm256_setr_ps(0, 1, 2, 3, 4, 5, 6, 7); }

inline Lanes widen(__m128i bits) { return _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_cvtepu16_epi32(bits), 16)); }

// Rounds to nearest, ties to even; NaN stays a quiet NaN.
inline __m128i narrow(Lanes values) {
  const __m256i bits = _mm256_castps_si256(values), high = _mm256_srli_epi32(bits, 16);
  const __m256i odd = _mm256_and_si256(high, _mm256_set1_epi32(1));
  const __m256i rounded =
      _mm256_srli_epi32(_mm256_add_epi32(bits, _mm256_add_epi32(odd, _mm256_set1_epi32(0x7fff))), 16);
  const __m256i is_nan = _mm256_castps_si256(_mm256_cmp_ps(values, values, _CMP_UNORD_Q));
  const __m256i words = _mm256_blendv_epi8(rounded, _mm256_or_si256(high, _mm256_set1_epi32(0x40)), is_nan);
  const __m256i packed = _mm256_packus_epi32(words, words);
  return _mm_unpacklo_epi64(_mm256_castsi256_si128(packed), _mm256_extracti128_si256(packed, 1));
}

// Accesses a full register of a row.
struct Whole {
  Lanes load(const float* from) const { return _mm256_loadu_ps(from); }
  Lanes load(const Bf16* from) const { return widen(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from))); }
  void store(float* to, Lanes values) const { _mm256_storeu_ps(to, values); }
  void store(Bf16* to, Lanes values) const { _mm_storeu_si128(reinterpret_cast<__m128i*>(to), narrow(values)); }
  Lanes keep(Lanes values, float) const { return values; }
};

// Accesses the last `count` < 8 values of a row. Memory beyond them is neither read nor written; its lanes read as 0.
struct Part {
  explicit Part(std::int64_t of) : count(of) {}
  Lanes load(const float* from) const { return gather(from); }
  Lanes load(const Bf16* from) const { return gather(from); }
  void store(float* to, Lanes values) const { scatter(to, values); }
  void store(Bf16* to, Lanes values) const { scatter(to, values); }
  // Puts `other` into the lanes beyond the row.
  Lanes keep(Lanes values, float other) const {
    const __m256i lane = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    const __m256i beyond = _mm256_cmpgt_epi32(lane, _mm256_set1_epi32(static_cast<int>(count) - 1));
    return _mm256_blendv_ps(values, all(other), _mm256_castsi256_ps(beyond));
  }
  std::int64_t count;

 private:
  template <class T>
  Lanes gather(const T* from) const {
    float values[kLanes] = {};
    for (std::int64_t i = 0; i < count; ++i) values[i] = lift::load(from + i);
    return _mm256_loadu_ps(values);
  }
  template <class T>
  void scatter(T* to, Lanes lanes) const {
    float values[kLanes];
    _mm256_storeu_ps(values, lanes);
    for (std::int64_t i = 0; i < count; ++i) lift::store(to + i, values[i]);
  }
};

inline float sum(Lanes a) {
  a = a + _mm256_permute2f128_ps(a, a, 1);
  a = a + _mm256_permute_ps(a, 0x4e);
  a = a + _mm256_permute_ps(a, 0xb1);
  return _mm256_cvtss_f32(a);
}
inline float largest(Lanes a) {
  a = larger(a, _mm256_permute2f128_ps(a, a, 1));
  a = larger(a, _mm256_permute_ps(a, 0x4e));
  a = larger(a, _mm256_permute_ps(a, 0xb1));
  return _mm256_cvtss_f32(a);
}

}   // namespace
}   // namespace lift
