#pragma once
// Operands of packed attention's products in fp32, on the lanes of the vector header that the .cpp file includes first.
// "Across": a step of the reduction runs over the head's width, or over the queries of a tile of scores;
// "along": over tokens, or over the keys of a tile of scores. Score tiles are [keys][kAttentionTile queries].
// Private to core/kernels.
#include "core/kernels/attention/packed_attention_rows.h"
#include "core/kernels/matvec/small_matmul.h"

namespace lift {
namespace {

struct Fp32Operands : Fp32Product, OnVectors<Fp32Operands> {
  // Rows of the reduction's left side, where they lie if they are fp32.
  static Left<float> rows(const float* from, std::int64_t stride, std::int64_t, std::int64_t, float*) {
    return {from, stride, 1};
  }
  static Left<float> rows(const Bf16* from, std::int64_t stride, std::int64_t count, std::int64_t width, float* room) {
    for (std::int64_t i = 0; i < count; ++i) {
      by_lanes(width, [&](std::int64_t d, auto lanes) {
        lanes.store(room + i * width + d, lanes.load(from + i * stride + d));
      });
    }
    return {room, width, 1};
  }

  // to[d][token], tokens beyond `count` zero.
  template <class T>
  static void pack_across(const T* from, std::int64_t stride, std::int64_t count, std::int64_t width, float* to) {
    transpose_words(count, width, to, kAttentionTile,
                    [&](std::int64_t i, std::int64_t d) { return load_four(from + i * stride + d); });
    for (std::int64_t d = 0; d < width; ++d) {
      for (std::int64_t i = d < width / 4 * 4 ? count / 4 * 4 : 0; i < kAttentionTile; ++i) {
        to[d * kAttentionTile + i] = i < count ? lift::load(from + i * stride + d) : 0;
      }
    }
  }

  // to[token][d], the padding and the tokens beyond `count` zero.
  template <class T>
  static void pack_along(const T* from, std::int64_t stride, std::int64_t count, std::int64_t width,
                         std::int64_t padded, float* to) {
    for (std::int64_t i = 0; i < kAttentionTile; ++i) {
      for (std::int64_t d = 0; d < padded; d += kLanes) Whole{}.store(to + i * padded + d, all(0));
      if (i >= count) continue;
      by_lanes(width, [&](std::int64_t d, auto lanes) {
        lanes.store(to + i * padded + d, lanes.load(from + i * stride + d));
      });
    }
  }

  static Left<float> across(const float* scores, std::int64_t, float*) { return {scores, kAttentionTile, 1}; }
  static Left<float> along(const float* scores, std::int64_t, float*) { return {scores, 1, kAttentionTile}; }

 private:
  static __m128 load_four(const float* from) { return _mm_loadu_ps(from); }
  static __m128 load_four(const Bf16* from) {
    const __m128i bits = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(from));
    return _mm_castsi128_ps(_mm_unpacklo_epi16(_mm_setzero_si128(), bits));
  }
};

}   // namespace
}   // namespace lift
