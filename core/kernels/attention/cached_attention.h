#pragma once
// Attention of single query tokens over the keys and values of their sequences' caches (incremental decoding).
// Soft-max in fp32 (fp64 for fp64). Used by model/ (decoding).
#include <cstdint>
#include <span>

#include <ATen/core/Tensor.h>

namespace lift {

// What one query token sees: tokens [first, last) of its sequence. The tokens of a key-value head lie together,
// head_dim values each, heads `head_stride` values apart. Of the queries' dtype, on the CPU.
struct CachedTokens {
  const void* keys = nullptr;
  const void* values = nullptr;
  std::int64_t head_stride = 0;
  std::int64_t first = 0, last = 0;
};

// q_BHD: [queries, heads, head_dim], bf16, fp32 or fp64, contiguous; one CachedTokens per query, none empty.
// scale: of the scores, as AttentionOptions::scale; 0: 1 / sqrt(head_dim). Result: [queries, heads, head_dim].
at::Tensor cached_attention(const at::Tensor& q_BHD, std::int64_t kv_heads, std::span<const CachedTokens> tokens,
                            double scale = 0);

}   // namespace lift
