#pragma once
// Operands of packed attention's products as pairs of bf16, for AVX-512's bf16 dot products. attention_operands.h
// explains "across" and "along". The .cpp file includes vector_avx512.h first. Private to core/kernels.
#include <immintrin.h>

#include "core/kernels/attention/packed_attention_rows.h"
#include "core/kernels/matvec/small_matmul.h"

namespace lift {
namespace {

// Two consecutive steps of the reduction are a pair of bf16 in one 32-bit word.
struct Bf16Operands : OnVectors<Bf16Operands> {
  using Word = std::uint32_t;
  using Words = __m512i;
  static constexpr std::int64_t kPerStep = 2;

  static Words load(const Word* from) { return _mm512_loadu_si512(from); }
  static Words spread(const Word* from) { return _mm512_set1_epi32(static_cast<int>(*from)); }
  static Lanes multiply_add(Words a, Words b, Lanes c) { return _mm512_dpbf16_ps(c, (__m512bh)a, (__m512bh)b); }

  static Word pair(Bf16 first, Bf16 second) { return first.bits | static_cast<Word>(second.bits) << 16; }
  static Words pair(__m256i first, __m256i second) {
    return _mm512_or_si512(_mm512_cvtepu16_epi32(first), _mm512_slli_epi32(_mm512_cvtepu16_epi32(second), 16));
  }

  static Left<Word> rows(const Bf16* from, std::int64_t stride, std::int64_t, std::int64_t, Word*) {
    return {reinterpret_cast<const Word*>(from), stride / 2, 1};
  }

  // to[d / 2][token] = values d and d + 1 of that token.
  static void pack_across(const Bf16* from, std::int64_t stride, std::int64_t count, std::int64_t width, Word* to) {
    transpose_words(count, width / 2, to, kAttentionTile, [&](std::int64_t i, std::int64_t step) {
      return _mm_loadu_ps(reinterpret_cast<const float*>(from + i * stride + 2 * step));
    });
    for (std::int64_t d = 0; d < width; d += 2) {
      Word* step = to + d / 2 * kAttentionTile;
      for (std::int64_t i = d < width / 8 * 8 ? count / 4 * 4 : 0; i < kAttentionTile; ++i) {
        step[i] = i < count ? pair(from[i * stride + d], from[i * stride + d + 1]) : 0;
      }
    }
  }

  // to[token / 2][d] = value d of tokens `token` and `token + 1`.
  static void pack_along(const Bf16* from, std::int64_t stride, std::int64_t count, std::int64_t width,
                         std::int64_t padded, Word* to) {
    for (std::int64_t i = 0; i < kAttentionTile; i += 2) {
      for (std::int64_t d = 0; d < padded; d += kLanes) {
        const __mmask16 there = width - d >= kLanes ? 0xffff
                                : width <= d        ? 0
                                                    : static_cast<__mmask16>((1u << (width - d)) - 1);
        const Bf16* at = from + i * stride + d;
        const __m256i first = _mm256_maskz_loadu_epi16(i < count ? there : 0, at);
        const __m256i second = _mm256_maskz_loadu_epi16(i + 1 < count ? there : 0, at + stride);
        _mm512_storeu_si512(to + i / 2 * padded + d, pair(first, second));
      }
    }
  }

  // The scores rounded to bf16, each word a pair of queries for one key.
  static Left<Word> across(const float* scores, std::int64_t keys, Word* room) {
    auto* rounded = reinterpret_cast<std::uint16_t*>(room);
    for (std::int64_t i = 0; i < keys * kAttentionTile; i += kLanes) {
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(rounded + i), round(scores + i));
    }
    return {room, kAttentionTile / 2, 1};
  }

  // The scores rounded to bf16, each word a pair of keys for one query.
  static Left<Word> along(const float* scores, std::int64_t keys, Word* room) {
    for (std::int64_t key = 0; key < keys; key += 2) {
      for (std::int64_t q = 0; q < kAttentionTile; q += kLanes) {
        const float* at = scores + key * kAttentionTile + q;
        const __m256i second = key + 1 < keys ? round(at + kAttentionTile) : _mm256_setzero_si256();
        _mm512_storeu_si512(room + key / 2 * kAttentionTile + q, pair(round(at), second));
      }
    }
    return {room, 1, kAttentionTile};
  }

  static __m256i round(const float* values) { return (__m256i)_mm512_cvtneps_pbh(_mm512_loadu_ps(values)); }
};

}   // namespace
}   // namespace lift
