#pragma once
// What the blocks of a decoder layer share: the pass they work in, and the way to what trains. Private to core/model.
// Shapes: T tokens, D hidden, F intermediate, N columns and M rows of a matrix; H heads, G key-value heads.
#include <functional>
#include <span>
#include <vector>

#include "core/model/causal_lm.h"
#include "core/model/recurrent_rows.h"
#include "core/model/row_attention.h"

namespace lift {

// One kind of attention (ModelConfig::attention_kinds) over the tokens of a pass.
struct AttentionContext {
  at::Tensor cos_PC, sin_PC;    // undefined: nothing rotates
  at::Tensor query_scale_T11;   // [tokens, 1, 1]; undefined: queries are not scaled by their position
  RowAttention rows;
};

struct LayerContext {
  const ModelConfig* config = nullptr;
  at::Tensor positions_T;
  std::vector<AttentionContext> kinds;
  RecurrentRows recurrent;             // of delta nets
  RecurrentMemory* memory = nullptr;   // of sequences that go on after the pass

  const AttentionContext& attention(std::int64_t layer) const { return kinds[config->attention_kind(layer)]; }
};

// One layer's weights and its place.
struct LayerAt {
  const CausalLm::Layer& weights;
  std::int32_t number;

  const at::Tensor& operator[](Projection projection) const { return weights[projection]; }
  const at::Tensor& operator[](LayerVector vector) const { return weights[vector]; }
};

// Attention from rotated q and k, and v, to [tokens, heads, head_dim]; empty: the context's.
using Attend = std::function<at::Tensor(const at::Tensor& q_THD, const at::Tensor& k_TGD, const at::Tensor& v_TGD)>;

// What the sink wants of one layer, and where its backward may end.
struct LayerShare {
  WeightGradientSink& sink;
  std::int32_t number;
  bool below;   // a lower layer wants a gradient

  bool wants(Projection projection) const { return sink.wants({number, projection}); }
  bool wants_attention_input() const { return wants(Projection::Q) || wants(Projection::K) || wants(Projection::V); }
  bool wants_delta_input() const {
    return wants(Projection::DeltaQkv) || wants(Projection::DeltaZ) || wants(Projection::DeltaB) ||
           wants(Projection::DeltaA);
  }
  // Of what mixes tokens, attention or delta net.
  bool wants_mixer() const {
    return wants_attention_input() || wants(Projection::O) || wants_delta_input() || wants(Projection::DeltaOut);
  }
  void give(Projection projection, const at::Tensor& input_TN, const at::Tensor& grad_output_TM) const {
    if (wants(projection)) sink.accumulate({number, projection}, input_TN, grad_output_TM);
  }
};

inline double norm_offset(const ModelConfig& config) { return config.layer.norms_add_one ? 1 : 0; }

inline at::Tensor rows_read(const at::Tensor& x, const at::Tensor& read) {
  return read.defined() ? x.index_select(0, read) : x;
}

// x W^T for each weight.
std::vector<at::Tensor> linears(const at::Tensor& x_TN, std::span<const at::Tensor> weights);
at::Tensor linear(const at::Tensor& x_TN, const at::Tensor& weight_MN);

}   // namespace lift
