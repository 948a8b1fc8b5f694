#pragma once
// Attention of one query token per sequence over that sequence's cached keys and values (incremental decoding).
// Softmax in fp32 (fp64 for fp64). Used by model/.
#include <cstdint>
#include <span>

#include <ATen/core/Tensor.h>

namespace lift {

// The cached tokens that one query attends to: [first, last) of its sequence. Per key-value head the tokens are
// contiguous, head_dim values each; heads are `head_stride` values apart. Same dtype as the queries, on the CPU.
struct CachedTokens {
  const void* keys = nullptr;
  const void* values = nullptr;
  std::int64_t head_stride = 0;
  std::int64_t first = 0, last = 0;
};

// q_BHD: [queries, heads, head_dim], bf16, fp32 or fp64, contiguous; one CachedTokens per query, none of them empty.
// scale multiplies the scores; 0 means 1 / sqrt(head_dim). Then a score x becomes soft_cap tanh(x / soft_cap); 0: it
// stays. Result: [queries, heads, head_dim].
at::Tensor cached_attention(const at::Tensor& q_BHD, std::int64_t kv_heads, std::span<const CachedTokens> tokens,
                            double scale = 0, double soft_cap = 0);

}   // namespace lift
