#pragma once
// The gated feed-forward of a decoder layer, between its norms: gate, up, activation, down. Forward, backward by hand,
// and what lives between the two. Private to core/model.
#include "core/model/layer_context.h"

namespace lift {

// The hidden state is computed again by the backward.
struct FeedForwardSaved {
  at::Tensor gate_TF, up_TF;
};

// x_TD: the block's input.
FeedForwardSaved feed_forward_gates(const LayerAt& layer, const at::Tensor& x_TD);
at::Tensor feed_forward_down(const LayerAt& layer, const LayerContext& context, const FeedForwardSaved& gates);

// grad_TD: d loss / d result. Overwrites and releases what was saved. `deeper`: something below the block wants a
// gradient. The result is d loss / d input, undefined where `deeper` is not set.
at::Tensor feed_forward_backward(const LayerAt& layer, const LayerContext& context, const LayerShare& share,
                                 FeedForwardSaved& saved, const at::Tensor& grad_TD, bool deeper,
                                 const std::function<at::Tensor()>& input);

}   // namespace lift
