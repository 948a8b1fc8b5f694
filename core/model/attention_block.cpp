#include "core/model/attention_block.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/sigmoid.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>

#include "core/kernels/matvec/matrix_product.h"
#include "core/kernels/rows/rms_norm.h"
#include "core/kernels/rows/rotary.h"
#include "core/model/layer_memory.h"

namespace lift {

namespace {

at::Tensor in_heads(const at::Tensor& x, std::int64_t heads, std::int64_t head_dim) {
  return x.view({x.size(0), heads, head_dim});
}

at::Tensor flat(const at::Tensor& x_THD) { return x_THD.reshape({x_THD.size(0), -1}); }

void add_bias(at::Tensor x_TM, const at::Tensor& bias_M) {
  if (bias_M.defined()) x_TM.add_(bias_M);
}

// A norm of each head, or of all heads as one: as wide as its weight.
at::Tensor normed_heads(const at::Tensor& x_THD, const at::Tensor& weight, const ModelConfig& config) {
  return rms_norm(x_THD.view({-1, weight.size(0)}), weight, config.rms_norm_eps, nullptr, norm_offset(config))
      .view(x_THD.sizes());
}

// d loss / d x of normed_heads.
at::Tensor normed_heads_backward(const at::Tensor& grad_THD, const at::Tensor& x_THD, const at::Tensor& weight,
                                 const ModelConfig& config) {
  at::Tensor rstd;
  const at::Tensor rows = x_THD.view({-1, weight.size(0)});
  rms_norm(rows, weight, config.rms_norm_eps, &rstd, norm_offset(config));
  at::Tensor grad_rows = at::zeros_like(rows);
  rms_norm_backward(grad_THD.view(rows.sizes()), rows, weight, rstd, grad_rows, norm_offset(config));
  return grad_rows.view(x_THD.sizes());
}

// Rotary pairs that are neighbours, as halves of the channels that turn; scores are the same, since q and k change
// alike.
at::Tensor pairs_to_halves(const at::Tensor& x_THD, std::int64_t turning) {
  const std::int64_t tokens = x_THD.size(0), heads = x_THD.size(1), rest = x_THD.size(2) - turning;
  const at::Tensor halves =
      x_THD.narrow(2, 0, turning).reshape({tokens, heads, turning / 2, 2}).transpose(2, 3).reshape({tokens, heads, -1});
  return rest > 0 ? at::cat({halves, x_THD.narrow(2, turning, rest)}, 2) : halves.contiguous();
}

at::Tensor halves_to_pairs(const at::Tensor& x_THD, std::int64_t turning) {
  const std::int64_t tokens = x_THD.size(0), heads = x_THD.size(1), rest = x_THD.size(2) - turning;
  const at::Tensor pairs =
      x_THD.narrow(2, 0, turning).reshape({tokens, heads, 2, turning / 2}).transpose(2, 3).reshape({tokens, heads, -1});
  return rest > 0 ? at::cat({pairs, x_THD.narrow(2, turning, rest)}, 2) : pairs.contiguous();
}

struct Attended {
  at::Tensor q_THD, k_TGD;
};

// What attention takes, from q and k as saved.
Attended as_attended(const LayerAt& layer, const LayerContext& context, at::Tensor q_THD, at::Tensor k_TGD) {
  const ModelConfig& config = *context.config;
  if (layer[LayerVector::QNorm].defined()) q_THD = normed_heads(q_THD, layer[LayerVector::QNorm], config);
  if (layer[LayerVector::KNorm].defined()) k_TGD = normed_heads(k_TGD, layer[LayerVector::KNorm], config);
  const AttentionContext& kind = context.attention(layer.number);
  if (kind.cos_PC.defined()) {
    if (config.layer.neighbours_turn) {
      q_THD = pairs_to_halves(q_THD, 2 * kind.cos_PC.size(1));
      k_TGD = pairs_to_halves(k_TGD, 2 * kind.cos_PC.size(1));
    }
    rotary_(q_THD, kind.cos_PC, kind.sin_PC, context.positions_T, false);
    rotary_(k_TGD, kind.cos_PC, kind.sin_PC, context.positions_T, false);
  }
  if (kind.query_scale_T11.defined()) q_THD.mul_(kind.query_scale_T11);
  return {std::move(q_THD), std::move(k_TGD)};
}

// What o multiplies.
at::Tensor gated(const at::Tensor& attended_THD, const at::Tensor& gate_THD) {
  return gate_THD.defined() ? attended_THD.mul(at::sigmoid(gate_THD)) : attended_THD;
}

bool has_head_norms(const LayerAt& layer) { return layer[LayerVector::QNorm].defined(); }

}   // namespace

at::Tensor attention_forward(const LayerAt& layer, const LayerContext& context, const at::Tensor& x_TD,
                             const at::Tensor& read, AttentionSaved* keep, const Attend& attend) {
  const ModelConfig& config = *context.config;
  const auto qkv = linears(x_TD, std::span(&layer[Projection::Q], 3));   // q, k and v lie side by side
  add_bias(qkv[0], layer[LayerVector::QBias]);
  add_bias(qkv[1], layer[LayerVector::KBias]);
  add_bias(qkv[2], layer[LayerVector::VBias]);
  at::Tensor q, gate;
  if (config.layer.output_gate) {
    const at::Tensor both = in_heads(qkv[0], config.head_count, 2 * config.head_dim);
    q = both.narrow(2, 0, config.head_dim).contiguous();
    gate = both.narrow(2, config.head_dim, config.head_dim).contiguous();
  } else {
    q = in_heads(qkv[0], config.head_count, config.head_dim);
  }
  at::Tensor k = in_heads(qkv[1], config.kv_head_count, config.head_dim);
  at::Tensor v = in_heads(qkv[2], config.kv_head_count, config.head_dim);
  const Attended seen = as_attended(layer, context, q, k);
  at::Tensor attended = attend ? attend(seen.q_THD, seen.k_TGD, v)
                               : context.attention(layer.number)
                                     .rows.forward(seen.q_THD, seen.k_TGD, v, keep ? &keep->log_sum_exp_TH : nullptr);
  at::Tensor out = linear(flat(rows_read(gated(attended, gate), read)), layer[Projection::O]);
  add_bias(out, layer[LayerVector::OBias]);
  if (keep) {
    keep->q_THD = has_head_norms(layer) ? std::move(q) : seen.q_THD;
    keep->k_TGD = has_head_norms(layer) ? std::move(k) : seen.k_TGD;
    keep->v_TGD = std::move(v);
    keep->attended_THD = std::move(attended);
    keep->gate_THD = std::move(gate);
  }
  return out;
}

at::Tensor among_all(const at::Tensor& grad_of_read, const at::Tensor& read, std::int64_t tokens) {
  return at::zeros({tokens, grad_of_read.size(1)}, grad_of_read.options())
      .index_copy_(0, read.to(at::kLong), grad_of_read);
}

at::Tensor attention_backward(const LayerAt& layer, const LayerContext& context, const LayerShare& share,
                              const AttentionSaved& saved, const at::Tensor& read, const at::Tensor& grad_TD,
                              const std::function<at::Tensor()>& input) {
  if (share.wants(Projection::O))
    share.give(Projection::O, flat(rows_read(gated(saved.attended_THD, saved.gate_THD), read)), grad_TD);
  if (!share.wants_attention_input() && !share.below) return {};
  at::Tensor grad_out_TM = product(grad_TD, layer[Projection::O]);
  if (read.defined()) grad_out_TM = among_all(grad_out_TM, read, saved.q_THD.size(0));
  at::Tensor grad_gate_THD;
  if (saved.gate_THD.defined()) {
    const at::Tensor open_THD = at::sigmoid(saved.gate_THD), grad_THD = grad_out_TM.view(saved.q_THD.sizes());
    grad_gate_THD = grad_THD.mul(saved.attended_THD).mul_(open_THD).mul_(open_THD.neg().add_(1));
    grad_out_TM = flat(grad_THD.mul(open_THD));
  }
  const Attended seen = has_head_norms(layer) ? as_attended(layer, context, saved.q_THD, saved.k_TGD)
                                              : Attended{saved.q_THD, saved.k_TGD};
  at::Tensor grad_q_THD = at::empty_like(saved.q_THD), grad_k_TGD = at::empty_like(saved.k_TGD);
  at::Tensor grad_v_TGD = at::empty_like(saved.v_TGD);
  const AttentionContext& kind = context.attention(layer.number);
  kind.rows.backward(grad_out_TM.view(saved.q_THD.sizes()), seen.q_THD, seen.k_TGD, saved.v_TGD, saved.attended_THD,
                     saved.log_sum_exp_TH, grad_q_THD, grad_k_TGD, grad_v_TGD);
  if (kind.query_scale_T11.defined()) grad_q_THD.mul_(kind.query_scale_T11);
  if (kind.cos_PC.defined()) {
    rotary_(grad_q_THD, kind.cos_PC, kind.sin_PC, context.positions_T, true);
    rotary_(grad_k_TGD, kind.cos_PC, kind.sin_PC, context.positions_T, true);
    if (context.config->layer.neighbours_turn) {
      grad_q_THD = halves_to_pairs(grad_q_THD, 2 * kind.cos_PC.size(1));
      grad_k_TGD = halves_to_pairs(grad_k_TGD, 2 * kind.cos_PC.size(1));
    }
  }
  if (has_head_norms(layer)) {
    const ModelConfig& config = *context.config;
    grad_q_THD = normed_heads_backward(grad_q_THD, saved.q_THD, layer[LayerVector::QNorm], config);
    grad_k_TGD = normed_heads_backward(grad_k_TGD, saved.k_TGD, layer[LayerVector::KNorm], config);
  }
  if (grad_gate_THD.defined()) grad_q_THD = at::cat({grad_q_THD, grad_gate_THD}, 2);
  const at::Tensor grad_q = flat(grad_q_THD), grad_k = flat(grad_k_TGD), grad_v = flat(grad_v_TGD);
  if (share.wants_attention_input()) {
    const at::Tensor input_TD = input();
    share.give(Projection::Q, input_TD, grad_q);
    share.give(Projection::K, input_TD, grad_k);
    share.give(Projection::V, input_TD, grad_v);
  }
  if (!share.below) return {};
  at::Tensor grad_input_TD = product(grad_q, layer[Projection::Q]);
  add_product(grad_input_TD, grad_k, layer[Projection::K]);
  add_product(grad_input_TD, grad_v, layer[Projection::V]);
  return grad_input_TD;
}

TokenBytes attention_token_bytes(const ModelConfig& config, std::int64_t element) {
  const std::int64_t query = config.extent(Extent::Query), key = config.extent(Extent::KeyValue);
  TokenBytes bytes{.kept = (2 * query + 2 * key) * element + 4 * config.head_count,   // AttentionSaved
                   .workspace = (4 * query + 2 * key) * element,   // gradients, and the heads' own order
                   .evaluation = (2 * query + 2 * key) * element};
  if (config.layer.output_gate)   // the gate, its gradient and those of both together
    bytes += {.kept = query * element, .workspace = 5 * query * element, .evaluation = 3 * query * element};
  if (config.layer.neighbours_turn) {   // q and k, and their gradients, in two orders of channels
    bytes.workspace += (query + key) * element;
    bytes.evaluation += (query + key) * element;
  }
  if (config.layer.find(LayerVector::QNorm)) {   // q and k before and after their norms
    bytes.workspace += 2 * (query + key) * element;
    bytes.evaluation += (query + key) * element;
  }
  return bytes;
}

}   // namespace lift
