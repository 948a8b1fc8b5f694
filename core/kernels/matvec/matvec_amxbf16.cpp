#ifdef LIFT_KERNELS_AMXBF16
// The turned rows of matvec_rows.h on AMX tiles: sixteen rows of a weight as they are stored, sixteen rows of x as
// pairs.
#include "core/kernels/isa/amx_tiles.h"
#include "core/kernels/matvec/matvec_rows.h"

namespace lift {
namespace {

constexpr std::int64_t kFromBatch = 2, kWeightRows = 64, kColumns = 2 * kTileRows;   // columns: rows of x at once
constexpr std::int64_t kScratchWords = 256;

// Sixteen words of a row of `width` values from word `word` on, zero behind the row's end.
inline __m512i words_of(const Bf16* row, std::int64_t width, std::int64_t word) {
  const std::int64_t left = width - 2 * word;
  if (left >= 2 * kTileWords) return _mm512_loadu_si512(row + 2 * word);
  if (left <= 0) return _mm512_setzero_si512();
  return _mm512_maskz_loadu_epi16((__mmask32{1} << left) - 1, row + 2 * word);
}

// Pairs of columns as words: columns[word * padded + row of x].
void turn(const LinearInput<Bf16>& x, std::int64_t width, std::int64_t padded, void* columns) {
  auto* to = static_cast<std::uint32_t*>(columns);
  for (std::int64_t word = 0; 2 * word < width; word += kTileWords) {
    for (std::int64_t b = 0; b < padded; b += kTileRows) {
      __m512i rows[kTileRows];
      for (std::int64_t i = 0; i < kTileRows; ++i)
        rows[i] = b + i < x.batch ? words_of(x.plain + (b + i) * width, width, word) : _mm512_setzero_si512();
      transpose_16x16(rows);
      for (std::int64_t i = 0; i < kTileWords; ++i) _mm512_storeu_si512(to + (word + i) * padded + b, rows[i]);
    }
  }
}

// Rows of the weight that are no whole tiles are copied, a stretch of their columns after the other.
void add_copied_rows(const Bf16* weight, std::int64_t width, std::int64_t rows, const std::uint32_t* x_words,
                     std::int64_t padded, float* sums, std::int64_t columns) {
  alignas(64) std::uint32_t scratch[kWeightRows * kScratchWords];
  const std::int64_t words = (width + 1) / 2, whole_rows = (rows + kTileRows - 1) / kTileRows * kTileRows;
  for (std::int64_t first = 0; first < words; first += kScratchWords) {
    const std::int64_t left = words - first < kScratchWords ? words - first : kScratchWords;
    const std::int64_t steps = (left + kTileWords - 1) / kTileWords * kTileWords;
    for (std::int64_t row = 0; row < whole_rows; ++row)
      for (std::int64_t word = 0; word < steps; word += kTileWords)
        _mm512_store_si512(scratch + row * kScratchWords + word,
                           row < rows ? words_of(weight + row * width, width, first + word) : _mm512_setzero_si512());
    add_tile_product(scratch, kScratchWords, whole_rows, x_words + first * padded, padded, steps, sums, kColumns,
                     columns);
  }
}

// sums[row of the weight, row of x] to out[row of x, row of the weight]
void store_turned(const float* sums, std::int64_t rows, std::int64_t columns, Bf16* out, std::int64_t out_stride) {
  for (std::int64_t row = 0; row < rows; row += kTileRows) {
    const std::int64_t count = rows - row < kTileRows ? rows - row : kTileRows;
    for (std::int64_t column = 0; column < columns; column += kTileWords) {
      __m512i block[kTileRows];
      for (std::int64_t i = 0; i < kTileRows; ++i) block[i] = _mm512_load_si512(sums + (row + i) * kColumns + column);
      transpose_16x16(block);
      for (std::int64_t i = 0; i < kTileWords && column + i < columns; ++i) {
        const __m256bh half = _mm512_cvtneps_pbh(_mm512_castsi512_ps(block[i]));
        _mm256_mask_storeu_epi16(out + (column + i) * out_stride + row, static_cast<__mmask16>((1u << count) - 1),
                                 reinterpret_cast<const __m256i&>(half));
      }
    }
  }
}

void linear(const TurnedInput& x, const Bf16* weight, std::int64_t width, std::int64_t first, std::int64_t last,
            Bf16* out, std::int64_t out_stride) {
  const AmxSession session;
  const std::int64_t rows = last - first;
  const Bf16* from = weight + first * width;
  for (std::int64_t b = 0; b < x.batch; b += kColumns) {
    alignas(64) float sums[kWeightRows * kColumns] = {};
    const auto* x_words = static_cast<const std::uint32_t*>(x.columns) + b;
    const std::int64_t batch = x.batch - b < kColumns ? x.batch - b : kColumns;
    const std::int64_t columns = (batch + kTileWords - 1) / kTileWords * kTileWords;
    if (width % (2 * kTileWords) == 0 && rows % kTileRows == 0)
      add_tile_product(reinterpret_cast<const std::uint32_t*>(from), width / 2, rows, x_words, x.padded, width / 2,
                       sums, kColumns, columns);
    else add_copied_rows(from, width, rows, x_words, x.padded, sums, columns);
    store_turned(sums, rows, batch, out + b * out_stride + first, out_stride);
  }
}

}   // namespace

TurnedRows<Bf16> matvec_amxbf16() { return {kFromBatch, kTileWords, kWeightRows, turn, linear}; }

}   // namespace lift
#endif
