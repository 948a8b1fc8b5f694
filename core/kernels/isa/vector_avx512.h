#pragma once
// Sixteen fp32 lanes: the vector operations that the *_vector.h row functions use. vector_avx2.h has them with eight
// lanes. Only for files compiled for AVX-512; everything has internal linkage (see bf16.h). Private to core/kernels.
#include <immintrin.h>

#include <cstdint>

#include "core/kernels/isa/bf16.h"

namespace lift {
namespace {

using Lanes = __m512;
inline constexpr std::int64_t kLanes = 16;

inline Lanes all(float value) { return _mm512_set1_ps(value); }
inline Lanes multiply_add(Lanes a, Lanes b, Lanes c) { return _mm512_fmadd_ps(a, b, c); }
// If one operand is NaN, the result is the second one.
inline Lanes larger(Lanes a, Lanes b) { return _mm512_max_ps(a, b); }
inline Lanes smaller(Lanes a, Lanes b) { return _mm512_min_ps(a, b); }
inline Lanes round_to_integer(Lanes a) {
  return _mm512_roundscale_ps(a, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
}
// a * 2^n for integer n.
inline Lanes scale_by_power(Lanes a, Lanes n) { return _mm512_scalef_ps(a, n); }

// `yes` in lanes where a >= b, else `no`.
inline Lanes choose(Lanes a, Lanes b, Lanes yes, Lanes no) {
  return _mm512_mask_blend_ps(_mm512_cmp_ps_mask(a, b, _CMP_GE_OQ), no, yes);
}
inline Lanes counting() { return _mm512_setr_ps(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15); }

inline Lanes widen(__m256i bits) { return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(bits), 16)); }

// Rounds to nearest, ties to even; NaN stays a quiet NaN.
inline __m256i narrow(Lanes values) {
  const __m512i bits = _mm512_castps_si512(values), high = _mm512_srli_epi32(bits, 16);
  const __m512i odd = _mm512_and_si512(high, _mm512_set1_epi32(1));
  const __m512i rounded =
      _mm512_srli_epi32(_mm512_add_epi32(bits, _mm512_add_epi32(odd, _mm512_set1_epi32(0x7fff))), 16);
  const __mmask16 is_nan = _mm512_cmp_ps_mask(values, values, _CMP_UNORD_Q);
  return _mm512_cvtepi32_epi16(_mm512_mask_or_epi32(rounded, is_nan, high, _mm512_set1_epi32(0x40)));
}

// Accesses a full register of a row.
struct Whole {
  Lanes load(const float* from) const { return _mm512_loadu_ps(from); }
  Lanes load(const Bf16* from) const { return widen(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from))); }
  void store(float* to, Lanes values) const { _mm512_storeu_ps(to, values); }
  void store(Bf16* to, Lanes values) const { _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), narrow(values)); }
  Lanes keep(Lanes values, float) const { return values; }
};

// Accesses the last `count` < 16 values of a row. Memory beyond them is neither read nor written; its lanes read as 0.
struct Part {
  explicit Part(std::int64_t count) : mask(static_cast<__mmask16>((1u << count) - 1)) {}
  Lanes load(const float* from) const { return _mm512_maskz_loadu_ps(mask, from); }
  Lanes load(const Bf16* from) const { return widen(_mm256_maskz_loadu_epi16(mask, from)); }
  void store(float* to, Lanes values) const { _mm512_mask_storeu_ps(to, mask, values); }
  void store(Bf16* to, Lanes values) const { _mm256_mask_storeu_epi16(to, mask, narrow(values)); }
  // Puts `other` into the lanes beyond the row.
  Lanes keep(Lanes values, float other) const { return _mm512_mask_blend_ps(mask, all(other), values); }
  __mmask16 mask;
};

inline float sum(Lanes a) {
  a = a + _mm512_shuffle_f32x4(a, a, 0x4e);
  a = a + _mm512_shuffle_f32x4(a, a, 0xb1);
  a = a + _mm512_permute_ps(a, 0x4e);
  a = a + _mm512_permute_ps(a, 0xb1);
  return _mm512_cvtss_f32(a);
}
inline float largest(Lanes a) {
  a = larger(a, _mm512_shuffle_f32x4(a, a, 0x4e));
  a = larger(a, _mm512_shuffle_f32x4(a, a, 0xb1));
  a = larger(a, _mm512_permute_ps(a, 0x4e));
  a = larger(a, _mm512_permute_ps(a, 0xb1));
  return _mm512_cvtss_f32(a);
}

}   // namespace
}   // namespace lift
