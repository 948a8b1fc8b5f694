#pragma once
// Inner functions of packed_attention.h, on plain pointers only (see bf16.h). Private to core/kernels.
#include <cstdint>

#include "core/kernels/isa/bf16.h"

namespace lift {

// Queries per score tile, and keys per score tile.
inline constexpr std::int64_t kAttentionTile = 64;

// The end of the tile that contains `query`. Query tiles have the same bounds as key tiles, whatever the first query.
constexpr std::int64_t end_of_tile(std::int64_t query) { return (query / kAttentionTile + 1) * kAttentionTile; }

// head_dim rounded up to whole vector registers of any instruction set, as in the fp32 buffers.
constexpr std::int64_t padded_head_dim(std::int64_t head_dim) { return (head_dim + 15) / 16 * 16; }

// One packed row and one of its key-value heads, with the `group` query heads that share it. Strides are in values per
// token; the query heads of a group are contiguous.
template <class T>
struct AttentionSlice {
  const T *q = nullptr, *k = nullptr, *v = nullptr;
  std::int64_t q_stride = 0, k_stride = 0, v_stride = 0;
  std::int64_t tokens = 0, group = 1, head_dim = 0;
  std::int64_t first_query = 0;   // index in the row of the first token in q, the output and their gradients
  std::int64_t window = 0;        // number of keys that a query attends to, itself included; at least 1
  Compute<T> scale = 1;
  Compute<T> soft_cap = 0;   // a scaled score x becomes cap tanh(x / cap); 0: it stays
};

template <class T>
struct AttentionOutput {
  T* out = nullptr;   // query heads of the slice, out_stride values per token
  Compute<T>* log_sum_exp = nullptr;
  std::int64_t out_stride = 0, log_sum_exp_stride = 0;
};

// What the backward pass reads and writes in addition to the slice. It adds to grad_k and grad_v, which are [tokens,
// padded_head_dim] in the compute type; the values in their padding are undefined.
template <class T>
struct AttentionGradient {
  const T *grad_out = nullptr, *out = nullptr;
  const Compute<T>* log_sum_exp = nullptr;
  T* grad_q = nullptr;
  std::int64_t grad_out_stride = 0, out_stride = 0, log_sum_exp_stride = 0, grad_q_stride = 0;
  Compute<T>*grad_k = nullptr, *grad_v = nullptr;
};

template <class T>
struct AttentionRows {
  // Number of values of the compute type that forward and backward need as workspace, aligned to 64 bytes.
  std::int64_t (*workspace)(const AttentionSlice<T>& slice) = nullptr;
  // Processes queries [first, last) of all heads of the group.
  void (*forward)(const AttentionSlice<T>& slice, const AttentionOutput<T>& output, std::int64_t first,
                  std::int64_t last, Compute<T>* workspace) = nullptr;
  void (*backward)(const AttentionSlice<T>& slice, const AttentionGradient<T>& gradient, std::int64_t first,
                   std::int64_t last, Compute<T>* workspace) = nullptr;
};

template <class T>
AttentionRows<T> packed_attention_portable();
template <class T>
AttentionRows<T> packed_attention_avx2();
template <class T>
AttentionRows<T> packed_attention_avx512();
AttentionRows<Bf16> packed_attention_avx512bf16();
AttentionRows<Bf16> packed_attention_amxbf16();

}   // namespace lift
