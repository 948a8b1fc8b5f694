#pragma once
// Products with AMX: tiles of 16 x 16 fp32 sums over pairs of bf16 in 32-bit words (Intel 64 Instruction Set Reference,
// TDPBF16PS). Only files named *_amxbf16.cpp include this. Private to core/kernels.
#include <immintrin.h>

#include <cstdint>

namespace lift {
namespace {

constexpr std::int64_t kTileRows = 16, kTileWords = 16;

// GCC's tile intrinsics don't declare that they access memory. This barrier keeps memory accesses on their side of it.
inline void memory_is_in_order() { asm volatile("" ::: "memory"); }

// While it lives, this thread's eight tiles are 16 rows of 64 bytes. oneDNN configures its own before each use.
struct AmxSession {
  AmxSession() {
    struct alignas(64) Setup {
      std::uint8_t palette = 1, start_row = 0, reserved[14] = {};
      std::uint16_t row_bytes[16] = {};
      std::uint8_t rows[16] = {};
    } setup;
    for (int tile = 0; tile < 8; ++tile) {
      setup.row_bytes[tile] = 64;
      setup.rows[tile] = kTileRows;
    }
    memory_is_in_order();
    _tile_loadconfig(&setup);
  }
  ~AmxSession() { _tile_release(); }
  AmxSession(const AmxSession&) = delete;
  AmxSession& operator=(const AmxSession&) = delete;
};

// C += A B, or C = A B when kFresh, for a block of kRows x kColumns tiles. Strides in words. Tiles 0 to 3 hold sums, 4
// and 5 rows of A, 6 and 7 columns of B.
template <int kRows, int kColumns, bool kFresh = false>
inline void add_blocks(const std::uint32_t* a, std::int64_t a_stride, const std::uint32_t* b, std::int64_t b_stride,
                       std::int64_t steps, float* c, std::int64_t c_stride) {
  const std::int64_t c_bytes = 4 * c_stride, a_bytes = 4 * a_stride, b_bytes = 4 * b_stride;
  float* below = c + kTileRows * c_stride;
  if constexpr (kFresh) {
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
  } else {
    _tile_loadd(0, c, c_bytes);
    if constexpr (kColumns == 2) _tile_loadd(1, c + kTileWords, c_bytes);
    if constexpr (kRows == 2) _tile_loadd(2, below, c_bytes);
    if constexpr (kRows == 2 && kColumns == 2) _tile_loadd(3, below + kTileWords, c_bytes);
  }
  for (std::int64_t step = 0; step < steps; step += kTileRows) {
    _tile_loadd(4, a + step, a_bytes);
    _tile_loadd(6, b + step * b_stride, b_bytes);
    _tile_dpbf16ps(0, 4, 6);
    if constexpr (kColumns == 2) {
      _tile_loadd(7, b + step * b_stride + kTileWords, b_bytes);
      _tile_dpbf16ps(1, 4, 7);
    }
    if constexpr (kRows == 2) {
      _tile_loadd(5, a + kTileRows * a_stride + step, a_bytes);
      _tile_dpbf16ps(2, 5, 6);
    }
    if constexpr (kRows == 2 && kColumns == 2) _tile_dpbf16ps(3, 5, 7);
  }
  _tile_stored(0, c, c_bytes);
  if constexpr (kColumns == 2) _tile_stored(1, c + kTileWords, c_bytes);
  if constexpr (kRows == 2) _tile_stored(2, below, c_bytes);
  if constexpr (kRows == 2 && kColumns == 2) _tile_stored(3, below + kTileWords, c_bytes);
}

template <int kRows>
inline void add_row_of_blocks(const std::uint32_t* a, std::int64_t a_stride, const std::uint32_t* b,
                              std::int64_t b_stride, std::int64_t steps, float* c, std::int64_t c_stride,
                              std::int64_t columns) {
  std::int64_t column = 0;
  for (; column + 2 * kTileWords <= columns; column += 2 * kTileWords)
    add_blocks<kRows, 2>(a, a_stride, b + column, b_stride, steps, c + column, c_stride);
  if (column < columns) add_blocks<kRows, 1>(a, a_stride, b + column, b_stride, steps, c + column, c_stride);
}

// C(row, column) += sum over steps of A(row, step) B(step, column), each word a pair of bf16; rows, steps and columns
// are multiples of 16. A(row, step) is a[row * a_stride + step], B(step, column) is b[step * b_stride + column].
inline void add_tile_product(const std::uint32_t* a, std::int64_t a_stride, std::int64_t rows, const std::uint32_t* b,
                             std::int64_t b_stride, std::int64_t steps, float* c, std::int64_t c_stride,
                             std::int64_t columns) {
  memory_is_in_order();
  std::int64_t row = 0;
  for (; row + 2 * kTileRows <= rows; row += 2 * kTileRows)
    add_row_of_blocks<2>(a + row * a_stride, a_stride, b, b_stride, steps, c + row * c_stride, c_stride, columns);
  if (row < rows)
    add_row_of_blocks<1>(a + row * a_stride, a_stride, b, b_stride, steps, c + row * c_stride, c_stride, columns);
  memory_is_in_order();
}

// Transposes 16 x 16 words in place: word j of row i becomes word i of row j.
inline void transpose_16x16(__m512i* rows) {
  __m512i pairs[16], fours[16], eights[16];
  for (int i = 0; i < 16; i += 2) {
    pairs[i] = _mm512_unpacklo_epi32(rows[i], rows[i + 1]);
    pairs[i + 1] = _mm512_unpackhi_epi32(rows[i], rows[i + 1]);
  }
  for (int i = 0; i < 16; i += 4) {
    for (int j = 0; j < 2; ++j) {
      fours[i + 2 * j] = _mm512_unpacklo_epi64(pairs[i + j], pairs[i + 2 + j]);
      fours[i + 2 * j + 1] = _mm512_unpackhi_epi64(pairs[i + j], pairs[i + 2 + j]);
    }
  }
  // fours[4 g + j]: words j, 4 + j, 8 + j, 12 + j of rows 4 g to 4 g + 3, one word index per 128 bits.
  for (int j = 0; j < 4; ++j) {
    for (int half = 0; half < 2; ++half) {
      eights[8 * half + j] = _mm512_shuffle_i32x4(fours[8 * half + j], fours[8 * half + 4 + j], 0x88);
      eights[8 * half + 4 + j] = _mm512_shuffle_i32x4(fours[8 * half + j], fours[8 * half + 4 + j], 0xdd);
    }
  }
  for (int j = 0; j < 4; ++j) {
    rows[j] = _mm512_shuffle_i32x4(eights[j], eights[8 + j], 0x88);
    rows[8 + j] = _mm512_shuffle_i32x4(eights[j], eights[8 + j], 0xdd);
    rows[4 + j] = _mm512_shuffle_i32x4(eights[4 + j], eights[12 + j], 0x88);
    rows[12 + j] = _mm512_shuffle_i32x4(eights[4 + j], eights[12 + j], 0xdd);
  }
}

}   // namespace
}   // namespace lift
