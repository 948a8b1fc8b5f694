#pragma once
// Inner functions of sampled_gradient.h on matrix tiles. These compute a dense block of 32 x 32 faster than vectors do
// a tenth of its entries, so each block that has a selected entry is computed whole and only its entries are kept.
// One factor is packed as lines (the tokens of a column are contiguous), the other as pairs of tokens. Plain pointers.
// Private to core/kernels.
#include <cstdint>

#include "core/kernels/isa/bf16.h"

namespace lift {

// Tokens of a block, and rows and columns of a gradient block: two packed blocks fit the first-level cache.
inline constexpr std::int64_t kTileTokens = 512, kTileBlock = 32;

struct SampledTileFactors {
  const void *grad_output = nullptr, *input = nullptr;   // packed; one as lines, the other as pairs
  bool input_is_lines = false;
  std::int64_t tokens = 0;
  const std::int32_t *row_offsets = nullptr, *columns = nullptr;   // of the pattern
  std::int64_t rows = 0, columns_count = 0;
};

struct SampledGradientTiles {
  // Packs `tokens` <= 32 at places from `token` (a multiple of 32) of [columns][kTileTokens]; missing ones become zero.
  void (*pack_lines)(const Bf16* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns,
                     std::int64_t token, void* to) = nullptr;
  // The same as words [columns / kTileBlock][kTileTokens / 2][kTileBlock]; missing columns become zero.
  void (*pack_pairs)(const Bf16* from, std::int64_t stride, std::int64_t tokens, std::int64_t columns,
                     std::int64_t token, void* to) = nullptr;
  // grad[e] += the entry's sum over the block's tokens, for row blocks first, first + step, ...
  void (*accumulate)(const SampledTileFactors& factors, std::int64_t first, std::int64_t step, float* grad) = nullptr;
};

SampledGradientTiles sampled_gradient_amxbf16();

}   // namespace lift
