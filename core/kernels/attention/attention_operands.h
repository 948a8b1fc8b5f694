#pragma once
// fp32 operands of the products in packed attention, on the vector type of the header that the .cpp includes first.
// "across": the reduction runs over head_dim, or over the queries of a score tile;
// "along": the reduction runs over tokens, or over the keys of a score tile. Score tiles are [keys, kAttentionTile].
// Private to core/kernels.
#include "core/kernels/attention/packed_attention_rows.h"
#include "core/kernels/matvec/small_matmul.h"

namespace lift {
namespace {

struct Fp32Operands : Fp32Product, OnVectors<Fp32Operands> {
  // The left operand as fp32 rows: used in place if it is fp32, else widened into `room`.
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

  // Transposes into to[d][token]; tokens from `count` to kAttentionTile are zero.
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

  // Copies into to[token][d]; the padding of d and tokens from `count` to kAttentionTile are zero.
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
