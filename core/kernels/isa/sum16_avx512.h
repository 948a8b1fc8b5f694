#pragma once
// Sixteen dot products at once: reduces sixteen registers of partial sums to one register of sixteen sums, for little
// more than one horizontal sum costs. Only for files compiled for AVX-512. Private to core/kernels.
#include <immintrin.h>

#include <cstdint>

namespace lift {
namespace {

// The reduction in three steps: interleave pairs [a, b], then quads [a, b, c, d], then add across the 128-bit lanes.
// Each of the sixteen sums is added in the same order.
inline __m512 add_pairs(__m512 a, __m512 b) {
  return _mm512_add_ps(_mm512_unpacklo_ps(a, b), _mm512_unpackhi_ps(a, b));
}

inline __m512 add_quads(__m512 ab, __m512 cd) {
  const __m512d x = _mm512_castps_pd(ab), y = _mm512_castps_pd(cd);
  return _mm512_add_ps(_mm512_castpd_ps(_mm512_unpacklo_pd(x, y)), _mm512_castpd_ps(_mm512_unpackhi_pd(x, y)));
}

inline __m512 add_lanes(__m512 a, __m512 b) {
  return _mm512_add_ps(_mm512_shuffle_f32x4(a, b, 0x88), _mm512_shuffle_f32x4(a, b, 0xdd));
}

// partials(i, four) writes the partial sums of items i to i + 3 into four registers.
template <class Partials>
inline __m512 sums_of_16(Partials&& partials) {
  const auto quad = [&](int i) __attribute__((always_inline)) {
    __m512 four[4];
    partials(i, four);
    return add_quads(add_pairs(four[0], four[1]), add_pairs(four[2], four[3]));
  };
  const __m512 first = quad(0), low = add_lanes(first, quad(4));
  const __m512 third = quad(8);
  return add_lanes(low, add_lanes(third, quad(12)));
}

// sums[i] += the sum of item i's partial sums, which partials(pointer to four items, four registers) writes.
template <class Item, class Partials>
inline void sum_in_groups_of_16(const Item* items, std::int64_t count, float* sums, Partials&& partials) {
  std::int64_t i = 0;
  for (; i + 16 <= count; i += 16) {
    const __m512 sum =
        sums_of_16([&](int j, __m512* four) __attribute__((always_inline)) { partials(items + i + j, four); });
    _mm512_storeu_ps(sums + i, _mm512_add_ps(_mm512_loadu_ps(sums + i), sum));
  }
  if (i == count) return;
  const std::int64_t left = count - i;
  Item last[16];
  for (std::int64_t j = 0; j < 16; ++j) last[j] = items[i + (j < left ? j : left - 1)];
  const __m512 sum = sums_of_16([&](int j, __m512* four) __attribute__((always_inline)) { partials(last + j, four); });
  const auto mask = static_cast<__mmask16>((1u << left) - 1);
  _mm512_mask_storeu_ps(sums + i, mask, _mm512_add_ps(_mm512_maskz_loadu_ps(mask, sums + i), sum));
}

}   // namespace
}   // namespace lift
