#pragma once
// The gated delta rule (Yang et al. 2024, Gated Delta Networks) over packed rows, token by token. Of every value head a
// state S [K, V]: S = e^decay S; S += k (beta (v - S^T k))^T; out = S^T q. On the CPU, in fp32 or fp64. Written for
// correctness: as fast as the compiler makes plain loops. Used by model/.
#include <cstdint>
#include <span>

#include <ATen/core/Tensor.h>

namespace lift {

// Tokens [first, first + count); prefix: an earlier row, continuing none, from whose last state it goes on; -1: none.
struct DeltaRow {
  std::int64_t first = 0, count = 0, prefix = -1;
};

// Contiguous, of one dtype. T tokens, G key heads of width K, H value heads (a multiple of G) of width V.
struct DeltaOperands {
  at::Tensor q_TGK, k_TGK, v_THV, decay_TH, beta_TH;
};

// initial_RHKV: the state that each row starts from where it has no prefix; undefined: zeros. last_RHKV, unless
// nullptr, receives the state behind each row. Result: [T, H, V].
at::Tensor delta_rule(const DeltaOperands& operands, std::span<const DeltaRow> rows, const at::Tensor& initial_RHKV,
                      at::Tensor* last_RHKV);

// d loss / d operands from d loss / d out, of rows that start from zeros or from their prefix. States are computed
// again from one kept for every 64 tokens.
DeltaOperands delta_rule_backward(const DeltaOperands& operands, std::span<const DeltaRow> rows,
                                  const at::Tensor& grad_out_THV);

}   // namespace lift
