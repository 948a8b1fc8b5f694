#pragma once
// Transposes bf16 [tokens, columns] to [columns, tokens] with AVX-512, for the sampled gradient's bf16 files.
// Private to core/kernels.
#include <immintrin.h>

#include <cstdint>

#include "core/kernels/isa/bf16.h"

namespace lift {
namespace {

constexpr std::int64_t kLine = 32;   // tokens per register
constexpr std::int64_t kStrip = 8;   // columns transposed at once: 128 bits of a token

inline __m128i load_columns(const Bf16* from, std::int64_t columns) {
  if (columns >= kStrip) return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
  return _mm_maskz_loadu_epi16(static_cast<__mmask8>((1u << columns) - 1), from);
}

// Transposes 32 tokens of 8 columns, of which `columns` exist, to to[column * to_stride + token]. Each 128-bit lane
// holds eight tokens; three rounds of interleaving transpose all four lanes at once.
inline void transpose_strip(const Bf16* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns, Bf16* to,
                            std::int64_t to_stride) {
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
      _mm512_storeu_si512(to + 2 * j * to_stride, _mm512_unpacklo_epi64(quad[j], quad[4 + j]));
    }
    if (2 * j + 1 < columns) {
      _mm512_storeu_si512(to + (2 * j + 1) * to_stride, _mm512_unpackhi_epi64(quad[j], quad[4 + j]));
    }
  }
}

// Transposes all columns of up to kLine tokens, missing ones as zero, to to[column * to_stride + token].
inline void transpose_line(const Bf16* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns, Bf16* to,
                           std::int64_t to_stride) {
  for (std::int64_t c = 0; c < columns; c += kStrip)
    transpose_strip(from + c, stride, tokens, columns - c, to + c * to_stride, to_stride);
}

}   // namespace
}   // namespace lift
