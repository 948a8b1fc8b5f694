#pragma once
// Inner functions of sampled_gradient.h on matrix tiles, which make a dense block of 32 x 32 in less time than the
// vectors need for a tenth of its entries: every block that has an entry is made, and its entries are kept.
// One factor is packed as lines (a column's tokens side by side), the other as pairs of tokens. Plain pointers only.
// Private to core/kernels.
#include <cstdint>

#include "core/kernels/isa/bf16.h"

namespace lift {

// Tokens of a block, rows and columns of a block of the gradient: two packed blocks fit the first-level cache.
inline constexpr std::int64_t kTileTokens = 512, kTileBlock = 32;

struct SampledTileFactors {
  const void *grad_output = nullptr, *input = nullptr;   // packed; the input as lines, or the gradient
  bool input_is_lines = false;
  std::int64_t tokens = 0;
  const std::int32_t *row_offsets = nullptr, *columns = nullptr;   // of the pattern
  std::int64_t rows = 0, columns_count = 0;
};

struct SampledGradientTiles {
  // `tokens` of at most 32 from a multiple of 32 on, the missing ones zero, into a block of [columns][kTileTokens].
  void (*pack_lines)(const Bf16* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns,
                     std::int64_t token, void* to) = nullptr;
  // The same into [columns / kTileBlock][kTileTokens / 2][kTileBlock] words, the missing columns zero.
  void (*pack_pairs)(const Bf16* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns,
                     std::int64_t token, void* to) = nullptr;
  // grad[e] += the entry's sum over the block's tokens, for blocks of rows first, first + step, ...
  void (*accumulate)(const SampledTileFactors& factors, std::int64_t first, std::int64_t step, float* grad) = nullptr;
};

SampledGradientTiles sampled_gradient_amxbf16();

}   // namespace lift
