#pragma once
// The attention of a decoder layer, between its norms: q, k, v, their biases and norms, rotation, attention, o.
// Forward, backward by hand, and what lives between the two. Private to core/model.
#include "core/model/layer_context.h"

namespace lift {

struct AttentionSaved {
  // As attention takes them; where q and k have norms, before those (the backward computes them again).
  at::Tensor q_THD, k_TGD, v_TGD;
  at::Tensor attended_THD, log_sum_exp_TH;
  at::Tensor gate_THD;   // of what was attended to, where the plan has one
};

// x_TD: the block's input. The result: [tokens read, D]. `keep` null: nothing is saved.
at::Tensor attention_forward(const LayerAt& layer, const LayerContext& context, const at::Tensor& x_TD,
                             const at::Tensor& read, AttentionSaved* keep, const Attend& attend);

// grad_TD: d loss / d result. `input` makes the block's input again, if it is wanted. Gives the sink its factors; the
// result is d loss / d input of all tokens, undefined where share.below is not set.
at::Tensor attention_backward(const LayerAt& layer, const LayerContext& context, const LayerShare& share,
                              const AttentionSaved& saved, const at::Tensor& read, const at::Tensor& grad_TD,
                              const std::function<at::Tensor()>& input);

// The tokens that nobody reads have no gradient.
at::Tensor among_all(const at::Tensor& grad_of_read, const at::Tensor& read, std::int64_t tokens);

}   // namespace lift
