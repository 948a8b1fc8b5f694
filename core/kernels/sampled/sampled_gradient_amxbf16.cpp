#include "core/kernels/sampled/sampled_gradient_tiles.h"

#ifdef LIFT_KERNELS_AMXBF16
#include "core/kernels/isa/amx_tiles.h"
#include "core/kernels/matvec/transposed_tokens.h"

namespace lift {
namespace {

constexpr std::int64_t kPairs = kTileTokens / 2;
constexpr std::int64_t kColumns = 4 * kTileBlock;   // made before their entries are taken out, row by row

void pack_lines(const Bf16* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns, std::int64_t token,
                void* to) {
  transpose_line(from, stride, tokens, columns, static_cast<Bf16*>(to) + token, kTileTokens);
}

// Sixteen columns of a token, as words.
inline __m512i half_words(const Bf16* from, std::int64_t columns) {
  if (columns >= kTileWords) return _mm512_cvtepu16_epi32(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from)));
  if (columns <= 0) return _mm512_setzero_si512();
  return _mm512_cvtepu16_epi32(_mm256_maskz_loadu_epi16(static_cast<__mmask16>((1u << columns) - 1), from));
}

void pack_pairs(const Bf16* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns, std::int64_t token,
                void* to) {
  for (std::int64_t t = 0; t < kLine; t += 2) {
    const Bf16 *first = from + t * stride, *second = first + stride;
    auto* words = static_cast<std::uint32_t*>(to) + (token + t) / 2 * kTileBlock;
    for (std::int64_t c = 0; c < columns; c += kTileBlock, words += kPairs * kTileBlock) {
      for (std::int64_t half = 0; half < kTileBlock; half += kTileWords) {
        const std::int64_t at = c + half;
        const __m512i low = t < tokens ? half_words(first + at, columns - at) : _mm512_setzero_si512();
        const __m512i high = t + 1 < tokens ? half_words(second + at, columns - at) : _mm512_setzero_si512();
        _mm512_storeu_si512(words + half, _mm512_or_si512(low, _mm512_slli_epi32(high, 16)));
      }
    }
  }
}

// A block of 32 rows of the gradient, from left to right.
class RowBlock {
 public:
  RowBlock(const SampledTileFactors& factors, std::int64_t block, float* grad)
      : f_(factors), block_(block), rows_(factors.rows - block * kTileBlock), grad_(grad) {
    if (rows_ > kTileBlock) rows_ = kTileBlock;
    for (std::int64_t r = 0; r < rows_; ++r) next_[r] = f_.row_offsets[block * kTileBlock + r];
  }

  void run() {
    for (std::int64_t first = 0; first < f_.columns_count; first += kColumns) {
      for (std::int64_t column = first; column < first + kColumns && column < f_.columns_count; column += kTileBlock)
        if (has_entries(column)) multiply(column, column - first);
      if (f_.input_is_lines) keep(first, 1, kTileBlock);
      else keep(first, kColumns, 1);
    }
  }

 private:
  std::int32_t end(std::int64_t r) const { return f_.row_offsets[block_ * kTileBlock + r + 1]; }

  // Entries in the columns [column, column + kTileBlock)? Those before kColumns are behind next_.
  bool has_entries(std::int64_t column) const {
    for (std::int64_t r = 0; r < rows_; ++r) {
      std::int32_t e = next_[r];
      while (e < end(r) && f_.columns[e] < column) ++e;
      if (e < end(r) && f_.columns[e] < column + kTileBlock) return true;
    }
    return false;
  }

  // The block of the columns from `column` on, which stands `offset` columns into the sums.
  void multiply(std::int64_t column, std::int64_t offset) {
    const std::int64_t column_block = column / kTileBlock;
    const std::int64_t lines = f_.input_is_lines ? column_block : block_,
                       pairs = f_.input_is_lines ? block_ : column_block;
    const auto* a = static_cast<const std::uint32_t*>(f_.input_is_lines ? f_.input : f_.grad_output);
    const auto* b = static_cast<const std::uint32_t*>(f_.input_is_lines ? f_.grad_output : f_.input);
    memory_is_in_order();
    add_blocks<2, 2, true>(a + lines * kTileBlock * kPairs, kPairs, b + pairs * kTileBlock * kPairs, kTileBlock,
                           (f_.tokens + kLine - 1) / kLine * kTileWords,
                           sums_ + offset * (f_.input_is_lines ? kTileBlock : 1),
                           f_.input_is_lines ? kTileBlock : kColumns);
    memory_is_in_order();
  }

  void keep(std::int64_t column, std::int64_t row_stride, std::int64_t column_stride) {
    for (std::int64_t r = 0; r < rows_; ++r) {
      std::int32_t e = next_[r];
      for (const std::int32_t last = end(r); e < last && f_.columns[e] < column + kColumns; ++e)
        grad_[e] += sums_[r * row_stride + (f_.columns[e] - column) * column_stride];
      next_[r] = e;
    }
  }

  const SampledTileFactors& f_;
  std::int64_t block_, rows_;
  float* grad_;
  std::int32_t next_[kTileBlock] = {};
  alignas(64) float sums_[kTileBlock * kColumns];
};

void accumulate(const SampledTileFactors& factors, std::int64_t first, std::int64_t step, float* grad) {
  const AmxSession session;
  for (std::int64_t block = first; block * kTileBlock < factors.rows; block += step)
    RowBlock(factors, block, grad).run();
}

}   // namespace

SampledGradientTiles sampled_gradient_amxbf16() { return {pack_lines, pack_pairs, accumulate}; }

}   // namespace lift
#endif
