#pragma once
// One decoder layer over packed tokens: two blocks (attention_block.h, feed_forward_block.h), the norms before and
// behind them as the plan has them, and the residual stream; forward, and the backward written by hand. Private to
// core/model. The residual stream is kept as (sum so far, branch not added yet): the next norm adds and normalises in
// one pass. Shapes: layer_context.h.
#include "core/model/attention_block.h"
#include "core/model/delta_block.h"
#include "core/model/feed_forward_block.h"

namespace lift {

struct ResidualStream {
  at::Tensor sum_TD;
  at::Tensor branch_TD;   // undefined: nothing to add

  // Adds the branch (in the branch's memory: a saved sum stays as it is) and normalises; without a weight it adds only.
  at::Tensor add_and_norm(const at::Tensor& weight_D, const ModelConfig& config, at::Tensor* rstd_T);
};

// What a norm behind a block normalised.
struct OutNormSaved {
  at::Tensor branch_TD, rstd_T;
};

// What a layer's backward needs. The normed inputs are computed again there.
struct LayerActivations {
  at::Tensor input_TD, input_rstd_T;
  AttentionSaved attention;              // or
  DeltaSaved delta;                      // where the layer has a delta net
  at::Tensor middle_TD, middle_rstd_T;   // from here on only the tokens that are read
  FeedForwardSaved gates;
  OutNormSaved attention_out, feed_forward_out;
  at::Tensor read;

  // What recompute_layer() needs.
  LayerActivations checkpoint() &&;
};

// `keep` null: inference, nothing is saved. `read`: the tokens whose output is asked for, ascending; past its attention
// the layer computes no others, and they are all that stays in the stream. Undefined: all.
void forward_layer(const LayerAt& layer, const LayerContext& context, ResidualStream& stream, LayerActivations* keep,
                   const at::Tensor& read = {}, const Attend& attend = {});

// The forward again from the layer's saved input: the same numbers, bit for bit.
void recompute_layer(const LayerAt& layer, const LayerContext& context, LayerActivations& activations);

// grad_TD: d loss / d (layer output) of the tokens that are read, becomes d loss / d (layer input). Without
// share.below the pass ends at the layer's own lowest wanted matrix. Releases the activations as it goes.
void backward_layer(const LayerAt& layer, const LayerContext& context, const LayerShare& share,
                    LayerActivations activations, at::Tensor& grad_TD);

}   // namespace lift
