#include "core/model/decoder_layer.h"

#include <algorithm>

#include <ATen/ops/zeros_like.h>

#include "core/kernels/matvec/matrix_product.h"
#include "core/kernels/matvec/matvec.h"
#include "core/kernels/rows/rms_norm.h"
#include "core/model/layer_memory.h"

namespace lift {

namespace {

// A block's branch on its way to the stream: its own norm and scale, where the plan has them.
at::Tensor to_stream(at::Tensor branch_TD, const at::Tensor& norm_D, const ModelConfig& config, OutNormSaved* keep) {
  if (norm_D.defined()) {
    at::Tensor normed_TD =
        rms_norm(branch_TD, norm_D, config.rms_norm_eps, keep ? &keep->rstd_T : nullptr, norm_offset(config));
    if (keep) keep->branch_TD = std::move(branch_TD);
    branch_TD = std::move(normed_TD);
  }
  if (config.layer.residual_scale != 1) branch_TD.mul_(config.layer.residual_scale);
  return branch_TD;
}

// d loss / d branch from the stream's gradient, which stays as it is.
at::Tensor from_stream(const at::Tensor& grad_TD, const at::Tensor& norm_D, const ModelConfig& config,
                       OutNormSaved& saved) {
  at::Tensor grad_branch_TD = config.layer.residual_scale == 1 ? grad_TD : grad_TD.mul(config.layer.residual_scale);
  if (!norm_D.defined()) return grad_branch_TD;
  at::Tensor grad_in_TD = at::zeros_like(grad_branch_TD);
  rms_norm_backward(grad_branch_TD, saved.branch_TD, norm_D, saved.rstd_T, grad_in_TD, norm_offset(config));
  saved = {};
  return grad_in_TD;
}

// Adds d loss / d x of a block's input norm to the stream's gradient.
void through_norm(const at::Tensor& grad_normed_TD, const at::Tensor& x_TD, const at::Tensor& norm_D,
                  const at::Tensor& rstd_T, const ModelConfig& config, at::Tensor& grad_TD) {
  if (norm_D.defined()) rms_norm_backward(grad_normed_TD, x_TD, norm_D, rstd_T, grad_TD, norm_offset(config));
  else grad_TD.add_(grad_normed_TD);
}

std::function<at::Tensor()> normed(const at::Tensor& x_TD, const at::Tensor& norm_D, const ModelConfig& config) {
  return [&] {
    return norm_D.defined() ? rms_norm(x_TD, norm_D, config.rms_norm_eps, nullptr, norm_offset(config)) : x_TD;
  };
}

// Everything of the layer before its last product, which the backward needs again for a norm behind it only.
FeedForwardSaved forward_to_gates(const LayerAt& layer, const LayerContext& context, ResidualStream& stream,
                                  LayerActivations* keep, const at::Tensor& read, const Attend& attend) {
  const ModelConfig& config = *context.config;
  at::Tensor* input_rstd = keep ? &keep->input_rstd_T : nullptr;
  at::Tensor* middle_rstd = keep ? &keep->middle_rstd_T : nullptr;

  at::Tensor x_TD = stream.add_and_norm(layer[LayerVector::AttentionNorm], config, input_rstd);
  if (keep) keep->input_TD = stream.sum_TD;
  at::Tensor mixed_TD = config.is_delta(layer.number)
                            ? delta_forward(layer, context, x_TD, read, keep ? &keep->delta : nullptr)
                            : attention_forward(layer, context, x_TD, read, keep ? &keep->attention : nullptr, attend);
  stream.branch_TD = to_stream(std::move(mixed_TD), layer[LayerVector::AttentionOutNorm], config,
                               keep ? &keep->attention_out : nullptr);
  stream.sum_TD = rows_read(stream.sum_TD, read);

  x_TD = stream.add_and_norm(layer[LayerVector::FeedForwardNorm], config, middle_rstd);
  FeedForwardSaved gates = feed_forward_gates(layer, x_TD);
  if (keep) {
    keep->middle_TD = stream.sum_TD;
    keep->gates = gates;
    keep->read = read;
  }
  return gates;
}

void forward_from_gates(const LayerAt& layer, const LayerContext& context, ResidualStream& stream,
                        const FeedForwardSaved& gates, LayerActivations* keep) {
  stream.branch_TD = to_stream(feed_forward_down(layer, context, gates), layer[LayerVector::FeedForwardOutNorm],
                               *context.config, keep ? &keep->feed_forward_out : nullptr);
}

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

at::Tensor ResidualStream::add_and_norm(const at::Tensor& weight_D, const ModelConfig& config, at::Tensor* rstd_T) {
  const double eps = config.rms_norm_eps, offset = norm_offset(config);
  if (!branch_TD.defined()) return weight_D.defined() ? rms_norm(sum_TD, weight_D, eps, rstd_T, offset) : sum_TD;
  at::Tensor normed_TD =
      weight_D.defined() ? add_rms_norm(branch_TD, sum_TD, weight_D, eps, rstd_T, offset) : branch_TD.add_(sum_TD);
  sum_TD = std::move(branch_TD);
  branch_TD.reset();
  return normed_TD;
}

LayerActivations LayerActivations::checkpoint() && {
  LayerActivations kept;
  kept.input_TD = std::move(input_TD);
  kept.read = std::move(read);
  return kept;
}

void forward_layer(const LayerAt& layer, const LayerContext& context, ResidualStream& stream, LayerActivations* keep,
                   const at::Tensor& read, const Attend& attend) {
  forward_from_gates(layer, context, stream, forward_to_gates(layer, context, stream, keep, read, attend), keep);
}

void recompute_layer(const LayerAt& layer, const LayerContext& context, LayerActivations& activations) {
  ResidualStream stream{activations.input_TD, {}};
  const FeedForwardSaved gates = forward_to_gates(layer, context, stream, &activations, activations.read, {});
  if (layer[LayerVector::FeedForwardOutNorm].defined()) forward_from_gates(layer, context, stream, gates, &activations);
}

void backward_layer(const LayerAt& layer, const LayerContext& context, const LayerShare& share, LayerActivations saved,
                    at::Tensor& grad_TD) {
  const ModelConfig& config = *context.config;
  const at::Tensor& middle_norm = layer[LayerVector::FeedForwardNorm];
  const bool deeper = share.wants_mixer() || share.below;
  at::Tensor grad_x_TD = feed_forward_backward(
      layer, context, share, saved.gates,
      from_stream(grad_TD, layer[LayerVector::FeedForwardOutNorm], config, saved.feed_forward_out), deeper,
      normed(saved.middle_TD, middle_norm, config));
  if (!deeper) return;
  through_norm(grad_x_TD, saved.middle_TD, middle_norm, saved.middle_rstd_T, config, grad_TD);
  grad_x_TD.reset();
  saved.middle_TD.reset();

  const at::Tensor& input_norm = layer[LayerVector::AttentionNorm];
  const at::Tensor grad_branch_TD =
      from_stream(grad_TD, layer[LayerVector::AttentionOutNorm], config, saved.attention_out);
  const auto input = normed(saved.input_TD, input_norm, config);
  grad_x_TD = config.is_delta(layer.number)
                  ? delta_backward(layer, context, share, saved.delta, saved.read, grad_branch_TD, input)
                  : attention_backward(layer, context, share, saved.attention, saved.read, grad_branch_TD, input);
  if (!share.below) return;
  if (saved.read.defined()) grad_TD = among_all(grad_TD, saved.read, saved.input_TD.size(0));
  through_norm(grad_x_TD, saved.input_TD, input_norm, saved.input_rstd_T, config, grad_TD);
}

// Kept: the stream before each block with its norms' numbers. Workspace: gradient, normed, its gradient, sum.
TokenBytes layer_token_bytes(const ModelConfig& config, std::int64_t element) {
  const std::int64_t hidden = config.extent(Extent::Hidden) * element;
  TokenBytes bytes{.kept = 2 * hidden + 4 * 2, .workspace = 4 * hidden, .evaluation = 3 * hidden};
  for (const LayerVector norm : {LayerVector::AttentionOutNorm, LayerVector::FeedForwardOutNorm})
    if (config.layer.find(norm)) bytes += {.kept = hidden + 4, .workspace = hidden, .evaluation = hidden};
  const TokenBytes attention = attention_token_bytes(config, element);
  if (config.delta_layers.empty()) {
    bytes += attention;
  } else {
    const TokenBytes delta = delta_token_bytes(config, element);
    const std::int64_t nets = std::ranges::count(config.delta_layers, 1), others = config.layer_count - nets;
    bytes += {.kept = (nets * delta.kept + others * attention.kept) / config.layer_count,
              .workspace = std::max(delta.workspace, attention.workspace),
              .evaluation = std::max(delta.evaluation, attention.evaluation)};
  }
  bytes += feed_forward_token_bytes(config, element);
  return bytes;
}

}   // namespace lift
