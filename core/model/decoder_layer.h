#pragma once
// One Llama decoder layer over packed tokens: forward, and the backward written by hand. Private to core/model.
// The residual stream is kept as (sum so far, branch not added yet): the next norm adds and normalises in one pass.
// Shapes: T tokens, D hidden, F intermediate, M rows of a projection.
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/model/causal_lm.h"
#include "core/model/row_attention.h"

namespace lift {

struct ResidualStream {
  at::Tensor sum_TD;
  at::Tensor branch_TD;   // undefined: nothing to add

  // Adds the branch (in the branch's memory: a saved sum stays as it is) and normalises.
  at::Tensor add_and_norm(const at::Tensor& weight_D, double eps, at::Tensor* rstd_T);
};

// What a layer's backward needs. The normed inputs and the SwiGLU hidden state are computed again there.
struct LayerActivations {
  at::Tensor input_TD, input_rstd_T;
  at::Tensor q_THD, k_TGD, v_TGD;   // after rotation; H heads, G key-value heads
  at::Tensor attended_THD, log_sum_exp_TH;
  at::Tensor middle_TD, middle_rstd_T;   // from here on only the tokens that are read
  at::Tensor gate_TF, up_TF;
  at::Tensor read;

  // What recompute_layer() needs.
  LayerActivations checkpoint() &&;
};

struct LayerContext {
  const ModelConfig* config = nullptr;
  at::Tensor cos_PC, sin_PC, positions_T;
  RowAttention attention;
};

// Attention from rotated q and k, and v, to [tokens, heads, head_dim]; empty: the context's.
using Attend = std::function<at::Tensor(const at::Tensor& q_THD, const at::Tensor& k_TGD, const at::Tensor& v_TGD)>;

// `keep` null: inference, nothing is saved. `read`: the tokens whose output is asked for, ascending; past its attention
// the layer computes no others, and they are all that stays in the stream. Undefined: all.
void forward_layer(const CausalLm::Layer& layer, const LayerContext& context, ResidualStream& stream,
                   LayerActivations* keep, const at::Tensor& read = {}, const Attend& attend = {});

// The forward again from the layer's saved input: the same numbers, bit for bit.
void recompute_layer(const CausalLm::Layer& layer, const LayerContext& context, LayerActivations& activations);

// grad_TD: d loss / d (layer output) of the tokens that are read, becomes d loss / d (layer input). `below` false: no
// lower layer wants a gradient, the pass ends at the layer's own lowest wanted matrix. Releases the activations as it
// goes.
void backward_layer(const CausalLm::Layer& layer, std::int32_t number, const LayerContext& context,
                    LayerActivations activations, at::Tensor& grad_TD, bool below, WeightGradientSink& sink);

// x W^T for each weight.
std::vector<at::Tensor> linears(const at::Tensor& x_TN, std::span<const at::Tensor> weights);
at::Tensor linear(const at::Tensor& x_TN, const at::Tensor& weight_MN);

}   // namespace lift
