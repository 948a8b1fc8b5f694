#pragma once
// Causal grouped-query attention over packed rows: no padding, and no token attends to another row. Softmax in fp32. As
// in FlashAttention (Dao et al. 2022), the backward pass needs only the log-sum-exp of the scores. Used by model/.
#include <cstdint>

#include <ATen/core/Tensor.h>

namespace lift {

struct AttentionOptions {
  double scale = 0;                  // factor of the scores; 0: 1 / sqrt(head_dim)
  std::int64_t sliding_window = 0;   // a token attends to itself and `window - 1` tokens before it; 0: all
  double soft_cap = 0;               // a score x becomes cap tanh(x / cap); 0: it stays
};

// q_THD: [tokens, heads, head_dim]; k_TKD, v_TKD: [tokens, kv_heads, head_dim]; heads is a multiple of kv_heads. bf16,
// fp32 or fp64; the last two dimensions are contiguous, token strides are free (slices of a fused projection).
// row_offsets: int32 [rows + 1] on the CPU, ascending from 0 to tokens; rows may be empty. Result: contiguous [tokens,
// heads, head_dim]. log_sum_exp_TH, unless nullptr, receives fp32 (fp64 for fp64) [tokens, heads].
at::Tensor packed_attention(const at::Tensor& q_THD, const at::Tensor& k_TKD, const at::Tensor& v_TKD,
                            const at::Tensor& row_offsets, const AttentionOptions& options, at::Tensor* log_sum_exp_TH);

// For rows with more keys than queries (the first keys come from a prefix that several rows share, or from a cache): a
// row's queries belong to the last of its keys. k, v: [keys, kv_heads, head_dim]; key_offsets: int32 [rows + 1] on the
// CPU, from 0 to keys; every row has at least as many keys as queries.
at::Tensor prefixed_attention(const at::Tensor& q_THD, const at::Tensor& k_SKD, const at::Tensor& v_SKD,
                              const at::Tensor& query_offsets, const at::Tensor& key_offsets,
                              const AttentionOptions& options, at::Tensor* log_sum_exp_TH = nullptr);

// Overwrites the gradients, which have the shapes of q, k and v, free token strides, and don't overlap other operands.
// out and log_sum_exp are the results of the forward pass.
void packed_attention_backward(const at::Tensor& grad_out_THD, const at::Tensor& q_THD, const at::Tensor& k_TKD,
                               const at::Tensor& v_TKD, const at::Tensor& out_THD, const at::Tensor& log_sum_exp_TH,
                               const at::Tensor& row_offsets, const AttentionOptions& options, at::Tensor& grad_q_THD,
                               at::Tensor& grad_k_TKD, at::Tensor& grad_v_TKD);
void prefixed_attention_backward(const at::Tensor& grad_out_THD, const at::Tensor& q_THD, const at::Tensor& k_SKD,
                                 const at::Tensor& v_SKD, const at::Tensor& out_THD, const at::Tensor& log_sum_exp_TH,
                                 const at::Tensor& query_offsets, const at::Tensor& key_offsets,
                                 const AttentionOptions& options, at::Tensor& grad_q_THD, at::Tensor& grad_k_SKD,
                                 at::Tensor& grad_v_SKD);

}   // namespace lift
