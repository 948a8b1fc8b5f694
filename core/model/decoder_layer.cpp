#include "core/model/decoder_layer.h"

#include <ATen/ops/empty_like.h>
#include <ATen/ops/zeros.h>

#include "core/kernels/matvec/matrix_product.h"
#include "core/kernels/matvec/matvec.h"
#include "core/kernels/rows/rms_norm.h"
#include "core/kernels/rows/rotary.h"
#include "core/kernels/rows/swiglu.h"

namespace lift {

namespace {

const at::Tensor& weight(const CausalLm::Layer& layer, Projection projection) {
  return layer.projections[static_cast<std::size_t>(projection)];
}

// Neighbours in the order of kProjections that share an input.
std::span<const at::Tensor> weights(const CausalLm::Layer& layer, Projection first, Projection last) {
  return std::span(layer.projections)
      .subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(last) - static_cast<std::size_t>(first) + 1);
}

at::Tensor in_heads(const at::Tensor& x, std::int64_t heads, std::int64_t head_dim) {
  return x.view({x.size(0), heads, head_dim});
}

at::Tensor flat(const at::Tensor& x_THD) { return x_THD.reshape({x_THD.size(0), -1}); }

at::Tensor rows_read(const at::Tensor& x, const at::Tensor& read) {
  return read.defined() ? x.index_select(0, read) : x;
}

// One layer's share of the backward: what the sink wants of it, and where the pass may end.
class LayerBackward {
 public:
  LayerBackward(const CausalLm::Layer& layer, std::int32_t number, const LayerContext& context, bool below,
                WeightGradientSink& sink)
      : layer_(layer), number_(number), context_(context), sink_(sink), below_(below) {}

  void run(LayerActivations& saved, at::Tensor& grad_TD) {
    feed_forward(saved, grad_TD);
    if (wants_attention() || below_) attention(saved, grad_TD);
  }

 private:
  bool wants(Projection projection) const { return sink_.wants({number_, projection}); }
  bool wants_input_of_attention() const { return wants(Projection::Q) || wants(Projection::K) || wants(Projection::V); }
  bool wants_attention() const { return wants_input_of_attention() || wants(Projection::O); }

  void give(Projection projection, const at::Tensor& input_TN, const at::Tensor& grad_output_TM) {
    if (wants(projection)) sink_.accumulate({number_, projection}, input_TN, grad_output_TM);
  }

  void feed_forward(LayerActivations& saved, at::Tensor& grad_TD) {
    const bool above_norm = wants(Projection::Gate) || wants(Projection::Up);
    const bool deeper = wants_attention() || below_;
    if (!above_norm && !deeper) {
      if (wants(Projection::Down)) give(Projection::Down, swiglu(saved.gate_TF, saved.up_TF), grad_TD);
      return;
    }
    at::Tensor hidden_TF;
    const at::Tensor grad_hidden_TF = product(grad_TD, weight(layer_, Projection::Down));
    swiglu_backward_(grad_hidden_TF, saved.gate_TF, saved.up_TF, wants(Projection::Down) ? &hidden_TF : nullptr);
    give(Projection::Down, hidden_TF, grad_TD);
    hidden_TF.reset();
    const at::Tensor &grad_gate_TF = saved.gate_TF, &grad_up_TF = saved.up_TF;
    if (above_norm) {
      const at::Tensor normed_TD = normed(saved.middle_TD, layer_.feed_forward_norm);
      give(Projection::Gate, normed_TD, grad_gate_TF);
      give(Projection::Up, normed_TD, grad_up_TF);
    }
    if (!deeper) return;
    at::Tensor grad_normed_TD = product(grad_gate_TF, weight(layer_, Projection::Gate));
    add_product(grad_normed_TD, grad_up_TF, weight(layer_, Projection::Up));
    rms_norm_backward(grad_normed_TD, saved.middle_TD, layer_.feed_forward_norm, saved.middle_rstd_T, grad_TD);
    saved.gate_TF.reset();
    saved.up_TF.reset();
    saved.middle_TD.reset();
  }

  void attention(LayerActivations& saved, at::Tensor& grad_TD) {
    give(Projection::O, flat(rows_read(saved.attended_THD, saved.read)), grad_TD);
    if (!wants_input_of_attention() && !below_) return;
    at::Tensor grad_out_TM = product(grad_TD, weight(layer_, Projection::O));
    if (saved.read.defined()) {
      grad_out_TM = among_all(grad_out_TM, saved);
      grad_TD = among_all(grad_TD, saved);
    }
    at::Tensor grad_q_THD = at::empty_like(saved.q_THD), grad_k_TGD = at::empty_like(saved.k_TGD);
    at::Tensor grad_v_TGD = at::empty_like(saved.v_TGD);
    context_.attention.backward(grad_out_TM.view(saved.q_THD.sizes()), saved.q_THD, saved.k_TGD, saved.v_TGD,
                                saved.attended_THD, saved.log_sum_exp_TH, grad_q_THD, grad_k_TGD, grad_v_TGD);
    rotary_(grad_q_THD, context_.cos_PC, context_.sin_PC, context_.positions_T, true);
    rotary_(grad_k_TGD, context_.cos_PC, context_.sin_PC, context_.positions_T, true);
    const at::Tensor grad_q = flat(grad_q_THD), grad_k = flat(grad_k_TGD), grad_v = flat(grad_v_TGD);
    if (wants_input_of_attention()) {
      const at::Tensor normed_TD = normed(saved.input_TD, layer_.attention_norm);
      give(Projection::Q, normed_TD, grad_q);
      give(Projection::K, normed_TD, grad_k);
      give(Projection::V, normed_TD, grad_v);
    }
    if (!below_) return;
    at::Tensor grad_normed_TD = product(grad_q, weight(layer_, Projection::Q));
    add_product(grad_normed_TD, grad_k, weight(layer_, Projection::K));
    add_product(grad_normed_TD, grad_v, weight(layer_, Projection::V));
    rms_norm_backward(grad_normed_TD, saved.input_TD, layer_.attention_norm, saved.input_rstd_T, grad_TD);
  }

  // The tokens that nobody reads have no gradient.
  static at::Tensor among_all(const at::Tensor& grad_of_read, const LayerActivations& saved) {
    return at::zeros({saved.q_THD.size(0), grad_of_read.size(1)}, grad_of_read.options())
        .index_copy_(0, saved.read.to(at::kLong), grad_of_read);
  }

  at::Tensor normed(const at::Tensor& x_TD, const at::Tensor& norm_D) const {
    return rms_norm(x_TD, norm_D, context_.config->rms_norm_eps, nullptr);
  }

  const CausalLm::Layer& layer_;
  const std::int32_t number_;
  const LayerContext& context_;
  WeightGradientSink& sink_;
  const bool below_;
};

}   // namespace

std::vector<at::Tensor> linears(const at::Tensor& x_TN, std::span<const at::Tensor> weights) {
  if (x_TN.is_cpu() && x_TN.size(0) < matvec_row_limit(x_TN.scalar_type())) return matvec(x_TN, weights);
  std::vector<at::Tensor> results;
  for (const at::Tensor& weight_MN : weights) results.push_back(product_with_transposed(x_TN, weight_MN));
  return results;
}

at::Tensor linear(const at::Tensor& x_TN, const at::Tensor& weight_MN) {
  return linears(x_TN, {&weight_MN, 1}).front();
}

at::Tensor ResidualStream::add_and_norm(const at::Tensor& weight_D, double eps, at::Tensor* rstd_T) {
  if (!branch_TD.defined()) return rms_norm(sum_TD, weight_D, eps, rstd_T);
  at::Tensor normed_TD = add_rms_norm(branch_TD, sum_TD, weight_D, eps, rstd_T);
  sum_TD = std::move(branch_TD);
  branch_TD.reset();
  return normed_TD;
}

namespace {

struct FeedForwardInput {
  at::Tensor gate_TF, up_TF;
};

// Everything of the layer before its last product, which the backward does not need again.
FeedForwardInput forward_to_gates(const CausalLm::Layer& layer, const LayerContext& context, ResidualStream& stream,
                                  LayerActivations* keep, const at::Tensor& read, const Attend& attend) {
  const ModelConfig& config = *context.config;
  at::Tensor* input_rstd = keep ? &keep->input_rstd_T : nullptr;
  at::Tensor* middle_rstd = keep ? &keep->middle_rstd_T : nullptr;

  at::Tensor normed_TD = stream.add_and_norm(layer.attention_norm, config.rms_norm_eps, input_rstd);
  if (keep) keep->input_TD = stream.sum_TD;
  const auto qkv = linears(normed_TD, weights(layer, Projection::Q, Projection::V));
  at::Tensor q = in_heads(qkv[0], config.head_count, config.head_dim);
  at::Tensor k = in_heads(qkv[1], config.kv_head_count, config.head_dim);
  at::Tensor v = in_heads(qkv[2], config.kv_head_count, config.head_dim);
  rotary_(q, context.cos_PC, context.sin_PC, context.positions_T, false);
  rotary_(k, context.cos_PC, context.sin_PC, context.positions_T, false);
  at::Tensor attended =
      attend ? attend(q, k, v) : context.attention.forward(q, k, v, keep ? &keep->log_sum_exp_TH : nullptr);
  stream.branch_TD = linear(flat(rows_read(attended, read)), weight(layer, Projection::O));
  stream.sum_TD = rows_read(stream.sum_TD, read);

  normed_TD = stream.add_and_norm(layer.feed_forward_norm, config.rms_norm_eps, middle_rstd);
  const auto gate_up = linears(normed_TD, weights(layer, Projection::Gate, Projection::Up));
  FeedForwardInput input{gate_up[0], gate_up[1]};
  if (keep) {
    keep->middle_TD = stream.sum_TD;
    keep->q_THD = std::move(q);
    keep->k_TGD = std::move(k);
    keep->v_TGD = std::move(v);
    keep->attended_THD = std::move(attended);
    keep->gate_TF = input.gate_TF;
    keep->up_TF = input.up_TF;
    keep->read = read;
  }
  return input;
}

}   // namespace

LayerActivations LayerActivations::checkpoint() && {
  LayerActivations kept;
  kept.input_TD = std::move(input_TD);
  kept.read = std::move(read);
  return kept;
}

void forward_layer(const CausalLm::Layer& layer, const LayerContext& context, ResidualStream& stream,
                   LayerActivations* keep, const at::Tensor& read, const Attend& attend) {
  const FeedForwardInput input = forward_to_gates(layer, context, stream, keep, read, attend);
  stream.branch_TD = linear(swiglu(input.gate_TF, input.up_TF), weight(layer, Projection::Down));
}

void recompute_layer(const CausalLm::Layer& layer, const LayerContext& context, LayerActivations& activations) {
  ResidualStream stream{activations.input_TD, {}};
  forward_to_gates(layer, context, stream, &activations, activations.read, {});
}

void backward_layer(const CausalLm::Layer& layer, std::int32_t number, const LayerContext& context,
                    LayerActivations activations, at::Tensor& grad_TD, bool below, WeightGradientSink& sink) {
  LayerBackward(layer, number, context, below, sink).run(activations, grad_TD);
}

}   // namespace lift
