#include "core/model/feed_forward_block.h"

#include <ATen/ops/gelu.h>
#include <ATen/ops/gelu_backward.h>

#include "core/kernels/matvec/matrix_product.h"
#include "core/kernels/rows/swiglu.h"
#include "core/model/layer_memory.h"

namespace lift {

namespace {

constexpr const char* kTanh = "tanh";

at::Tensor hidden_of(Activation activation, const FeedForwardSaved& gates) {
  if (activation == Activation::Silu) return swiglu(gates.gate_TF, gates.up_TF);
  return at::gelu(gates.gate_TF, kTanh).mul_(gates.up_TF);
}

// In place: gate and up become their gradients. hidden_TF, if wanted: the hidden state.
void hidden_backward_(Activation activation, const at::Tensor& grad_TF, FeedForwardSaved& gates,
                      at::Tensor* hidden_TF) {
  if (activation == Activation::Silu) return swiglu_backward_(grad_TF, gates.gate_TF, gates.up_TF, hidden_TF);
  const at::Tensor activated_TF = at::gelu(gates.gate_TF, kTanh);
  if (hidden_TF) *hidden_TF = activated_TF.mul(gates.up_TF);
  gates.gate_TF = at::gelu_backward(gates.up_TF.mul_(grad_TF), gates.gate_TF, kTanh);
  gates.up_TF = activated_TF.mul(grad_TF);
}

}   // namespace

FeedForwardSaved feed_forward_gates(const LayerAt& layer, const at::Tensor& x_TD) {
  const auto gate_up = linears(x_TD, std::span(&layer[Projection::Gate], 2));   // gate and up lie side by side
  return {gate_up[0], gate_up[1]};
}

at::Tensor feed_forward_down(const LayerAt& layer, const LayerContext& context, const FeedForwardSaved& gates) {
  return linear(hidden_of(context.config->layer.activation, gates), layer[Projection::Down]);
}

at::Tensor feed_forward_backward(const LayerAt& layer, const LayerContext& context, const LayerShare& share,
                                 FeedForwardSaved& saved, const at::Tensor& grad_TD, bool deeper,
                                 const std::function<at::Tensor()>& input) {
  const Activation activation = context.config->layer.activation;
  const bool above_input = share.wants(Projection::Gate) || share.wants(Projection::Up);
  if (!above_input && !deeper) {
    if (share.wants(Projection::Down)) share.give(Projection::Down, hidden_of(activation, saved), grad_TD);
    return {};
  }
  at::Tensor hidden_TF;
  const at::Tensor grad_hidden_TF = product(grad_TD, layer[Projection::Down]);
  hidden_backward_(activation, grad_hidden_TF, saved, share.wants(Projection::Down) ? &hidden_TF : nullptr);
  share.give(Projection::Down, hidden_TF, grad_TD);
  hidden_TF.reset();
  if (above_input) {
    const at::Tensor input_TD = input();
    share.give(Projection::Gate, input_TD, saved.gate_TF);
    share.give(Projection::Up, input_TD, saved.up_TF);
  }
  if (!deeper) return {};
  at::Tensor grad_input_TD = product(saved.gate_TF, layer[Projection::Gate]);
  add_product(grad_input_TD, saved.up_TF, layer[Projection::Up]);
  saved = {};
  return grad_input_TD;
}

// The backward: its hidden state, two gradients and the product under way.
TokenBytes feed_forward_token_bytes(const ModelConfig& config, std::int64_t element) {
  const std::int64_t wide = config.extent(Extent::FeedForward) * element;
  return {.kept = 2 * wide, .workspace = 4 * wide, .evaluation = 3 * wide};
}

}   // namespace lift
