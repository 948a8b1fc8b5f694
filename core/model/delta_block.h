#pragma once
// The gated delta net of a decoder layer, between its norms, in place of attention (Qwen3-Next, Qwen3.5): q, k and v
// through a short convolution, the gated delta rule along each row, a norm of every head gated by z, and the output.
// Forward, backward by hand, and what lives between the two. Private to core/model.
#include "core/model/layer_context.h"

namespace lift {

struct DeltaSaved {
  at::Tensor mixed_TC;   // q, k and v before the convolution
  at::Tensor z_TM, b_TH, a_TH;
  at::Tensor core_THV;   // what the delta rule gave, fp32 (fp64)
};

// x_TD: the block's input. The result: [tokens read, D]. `keep` null: nothing is saved.
at::Tensor delta_forward(const LayerAt& layer, const LayerContext& context, const at::Tensor& x_TD,
                         const at::Tensor& read, DeltaSaved* keep);

// As attention_backward.
at::Tensor delta_backward(const LayerAt& layer, const LayerContext& context, const LayerShare& share,
                          const DeltaSaved& saved, const at::Tensor& read, const at::Tensor& grad_TD,
                          const std::function<at::Tensor()>& input);

}   // namespace lift
