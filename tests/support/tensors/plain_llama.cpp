#include "tests/support/tensors/plain_llama.h"

#include <cmath>
#include <limits>

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/gather.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/log1p.h>
#include <ATen/ops/log_softmax.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/outer.h>
#include <ATen/ops/pow.h>
#include <ATen/ops/rsqrt.h>
#include <ATen/ops/sigmoid.h>
#include <ATen/ops/silu.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/softplus.h>
#include <ATen/ops/stack.h>
#include <ATen/ops/tanh.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>

#include "core/base/check.h"

namespace lift::test {

namespace {

class PlainLlama {
 public:
  PlainLlama(const CausalLm& model, const std::map<MatrixId, at::Tensor>& matrices)
      : config_(model.config()), matrices_(matrices) {
    const at::ScalarType type = matrices.begin()->second.scalar_type();
    for (const auto& [name, tensor] : model.named_tensors()) tensors_[name] = tensor.to(type);
  }

  // Minus the log-probability of the labels of one row, summed. labelled: positions inside the row.
  at::Tensor loss(const std::vector<std::int64_t>& ids, const std::vector<std::int64_t>& labelled,
                  const std::vector<std::int64_t>& label_ids) const {
    at::Tensor x = tensors_.at("model.embed_tokens.weight").index_select(0, at::tensor(ids));
    if (config_.embedding_scale != 1) x = x * config_.embedding_scale;
    for (std::int32_t layer = 0; layer < config_.layer_count; ++layer) {
      x = x + branch(layer, mixed(layer, norm(x, layer, LayerVector::AttentionNorm)), LayerVector::AttentionOutNorm);
      x = x + branch(layer, feed_forward(layer, norm(x, layer, LayerVector::FeedForwardNorm)),
                     LayerVector::FeedForwardOutNorm);
    }
    const at::Tensor hidden = normed(x, tensors_.at("model.norm.weight")).index_select(0, at::tensor(labelled));
    const at::Tensor& head = tensors_.at(config_.tied_head ? "model.embed_tokens.weight" : "lm_head.weight");
    const at::Tensor log_p =
        at::log_softmax(capped(at::matmul(hidden, head.t()) * config_.logit_scale, config_.logit_soft_cap), -1);
    return at::gather(log_p, 1, at::tensor(label_ids).unsqueeze(1)).sum().neg();
  }

 private:
  static at::Tensor capped(const at::Tensor& x, double cap) { return cap > 0 ? at::tanh(x / cap) * cap : x; }
  at::Tensor normed(const at::Tensor& x, const at::Tensor& weight) const {
    return x * at::rsqrt(x.square().mean(-1, true) + config_.rms_norm_eps) *
           (weight + (config_.layer.norms_add_one ? 1.0 : 0.0));
  }
  // Undefined where the layer has none.
  at::Tensor vector(std::int32_t layer, LayerVector role) const {
    const LayerTensor* planned = config_.layer.find(role);
    return planned ? tensors_.at("model.layers." + std::to_string(layer) + "." + planned->hf) : at::Tensor();
  }
  at::Tensor norm(const at::Tensor& x, std::int32_t layer, LayerVector role) const {
    const at::Tensor weight = vector(layer, role);
    return weight.defined() ? normed(x, weight) : x;
  }
  at::Tensor branch(std::int32_t layer, const at::Tensor& x, LayerVector out_norm) const {
    return norm(x, layer, out_norm) * config_.layer.residual_scale;
  }
  at::Tensor biased(const at::Tensor& x, std::int32_t layer, LayerVector role) const {
    const at::Tensor bias = vector(layer, role);
    return bias.defined() ? x + bias : x;
  }
  at::Tensor times(const at::Tensor& x, std::int32_t layer, Projection projection) const {
    return at::matmul(x, matrices_.at({layer, projection}).t());
  }

  at::Tensor rotated(const at::Tensor& x_HTD) const {
    const std::int64_t half = config_.rope.rotated_of(config_.head_dim) / 2;
    // The angle is rounded to fp32 before the cosine, as transformers does and models were trained.
    const at::Tensor exponent = (at::arange(half, at::kFloat) / static_cast<double>(half)).to(at::kDouble);
    const at::Tensor frequency = at::pow(config_.rope.base, exponent).to(at::kFloat).reciprocal();
    const at::Tensor angle = (at::arange(x_HTD.size(1), at::kFloat).unsqueeze(1) * frequency).to(at::kDouble);
    const at::Tensor cosine = angle.cos().to(x_HTD.scalar_type()), sine = angle.sin().to(x_HTD.scalar_type());
    const at::Tensor rest = x_HTD.narrow(2, 2 * half, x_HTD.size(2) - 2 * half);
    if (config_.layer.neighbours_turn) {
      const at::Tensor pairs = x_HTD.narrow(2, 0, 2 * half).unflatten(2, {half, 2});
      const at::Tensor a = pairs.select(3, 0), b = pairs.select(3, 1);
      return at::cat({at::stack({a * cosine - b * sine, b * cosine + a * sine}, 3).flatten(2), rest}, 2);
    }
    const at::Tensor a = x_HTD.narrow(2, 0, half), b = x_HTD.narrow(2, half, half);
    return at::cat({a * cosine - b * sine, b * cosine + a * sine, rest}, 2);
  }

  at::Tensor mixed(std::int32_t layer, const at::Tensor& x) const {
    return config_.is_delta(layer) ? delta_net(layer, x) : attention(layer, x);
  }

  // Token by token, head by head, as the paper writes it.
  at::Tensor delta_net(std::int32_t layer, const at::Tensor& x) const {
    const DeltaNetConfig& net = config_.delta;
    const std::int64_t length = x.size(0), group = net.value_heads / net.key_heads;
    const at::Tensor before = times(x, layer, Projection::DeltaQkv);
    const at::Tensor taps = vector(layer, LayerVector::DeltaConv).squeeze(1);
    const at::Tensor padded = at::cat({at::zeros({net.taps - 1, before.size(1)}, before.options()), before});
    at::Tensor sum = at::zeros_like(before);
    for (std::int64_t tap = 0; tap < net.taps; ++tap) sum = sum + padded.narrow(0, tap, length) * taps.select(1, tap);
    const at::Tensor active = at::silu(sum);
    const auto unit = [&](std::int64_t first) {
      const at::Tensor heads = active.narrow(1, first, net.keys()).reshape({length, net.key_heads, net.key_width});
      return heads * at::rsqrt(heads.square().sum(-1, true) + 1e-6);
    };
    const at::Tensor q = unit(0) / std::sqrt(static_cast<double>(net.key_width)), k = unit(net.keys());
    const at::Tensor v =
        active.narrow(1, 2 * net.keys(), net.values()).reshape({length, net.value_heads, net.value_width});
    const at::Tensor strength = at::sigmoid(times(x, layer, Projection::DeltaB));
    const at::Tensor keep =
        (-vector(layer, LayerVector::DeltaRate).exp() *
         at::softplus(times(x, layer, Projection::DeltaA) + vector(layer, LayerVector::DeltaStepBias)))
            .exp();
    std::vector<at::Tensor> heads;
    for (std::int64_t h = 0; h < net.value_heads; ++h) {
      at::Tensor state = at::zeros({net.value_width, net.key_width}, before.options());
      std::vector<at::Tensor> outs;
      for (std::int64_t t = 0; t < length; ++t) {
        const at::Tensor key = k[t][h / group];
        state = state * keep[t][h];
        state = state + at::outer(strength[t][h] * (v[t][h] - at::matmul(state, key)), key);
        outs.push_back(at::matmul(state, q[t][h / group]));
      }
      const at::Tensor out = at::stack(outs);
      heads.push_back(out * at::rsqrt(out.square().mean(-1, true) + config_.rms_norm_eps) *
                      vector(layer, LayerVector::DeltaNorm));
    }
    return times(at::cat(heads, 1) * at::silu(times(x, layer, Projection::DeltaZ)), layer, Projection::DeltaOut);
  }

  at::Tensor attention(std::int32_t layer, const at::Tensor& x) const {
    const std::int64_t length = x.size(0), group = config_.head_count / config_.kv_head_count;
    const auto heads = [&](Projection p, LayerVector bias, LayerVector head_norm, std::int64_t count) {
      at::Tensor x_TM = biased(times(x, layer, p), layer, bias);
      const at::Tensor weight = head_norm == LayerVector::VBias ? at::Tensor() : vector(layer, head_norm);
      if (weight.defined()) x_TM = normed(x_TM.view({length, -1, weight.size(0)}), weight);
      return x_TM.view({length, count, config_.head_dim}).transpose(0, 1);
    };
    const auto placed = [&](const at::Tensor& x_HTD) {
      return config_.attention_kinds()[config_.attention_kind(layer)].rotates ? rotated(x_HTD) : x_HTD;
    };
    at::Tensor q, gate;
    if (config_.layer.output_gate) {
      const at::Tensor both = times(x, layer, Projection::Q).view({length, config_.head_count, 2 * config_.head_dim});
      const at::Tensor weight = vector(layer, LayerVector::QNorm), first = both.narrow(2, 0, config_.head_dim);
      q = placed((weight.defined() ? normed(first, weight) : first).transpose(0, 1));
      gate = both.narrow(2, config_.head_dim, config_.head_dim).reshape({length, -1});
    } else {
      q = placed(heads(Projection::Q, LayerVector::QBias, LayerVector::QNorm, config_.head_count));
    }
    const at::Tensor k = placed(heads(Projection::K, LayerVector::KBias, LayerVector::KNorm, config_.kv_head_count))
                             .repeat_interleave(group, 0);
    if (config_.rope.query_beta > 0) {
      const at::Tensor lengths = at::arange(length, at::kFloat)
                                     .div(static_cast<double>(config_.rope.original_max_position_embeddings))
                                     .floor();
      q = q * (1 + config_.rope.query_beta * at::log1p(lengths)).to(q.scalar_type()).unsqueeze(1);
    }
    const at::Tensor v =
        heads(Projection::V, LayerVector::VBias, LayerVector::VBias, config_.kv_head_count).repeat_interleave(group, 0);
    at::Tensor hidden = at::ones({length, length}, at::kBool).triu(1);
    const std::int64_t window = config_.attention_kinds()[config_.attention_kind(layer)].sliding_window;
    if (window > 0) hidden = hidden.logical_or(at::ones({length, length}, at::kBool).tril(-window));
    const double scale = config_.layer.attention_scale > 0 ? config_.layer.attention_scale
                                                           : 1 / std::sqrt(static_cast<double>(config_.head_dim));
    const at::Tensor scores = capped(at::matmul(q, k.transpose(1, 2)) * scale, config_.layer.attention_soft_cap);
    const at::Tensor p = at::softmax(scores.masked_fill(hidden, -std::numeric_limits<double>::infinity()), -1);
    at::Tensor attended = at::matmul(p, v).transpose(0, 1).reshape({length, -1});
    if (gate.defined()) attended = attended * at::sigmoid(gate);
    return biased(times(attended, layer, Projection::O), layer, LayerVector::OBias);
  }

  at::Tensor feed_forward(std::int32_t layer, const at::Tensor& x) const {
    const at::Tensor gate = times(x, layer, Projection::Gate);
    const at::Tensor activated = config_.layer.activation == Activation::Silu ? at::silu(gate) : at::gelu(gate, "tanh");
    return times(activated * times(x, layer, Projection::Up), layer, Projection::Down);
  }

  const ModelConfig& config_;
  const std::map<MatrixId, at::Tensor>& matrices_;
  std::map<std::string, at::Tensor> tensors_;
};

}   // namespace

PlainGradients plain_gradients(const CausalLm& model, const std::map<MatrixId, at::Tensor>& matrices,
                               const PackedBatch& batch, double scale) {
  LIFT_CHECK(batch.prefix_rows.empty(), "the plain model takes whole rows");
  std::map<MatrixId, at::Tensor> leaves;
  for (const auto& [id, matrix] : matrices) leaves[id] = matrix.detach().clone().requires_grad_(true);
  const PlainLlama llama(model, leaves);
  PlainGradients result;
  std::size_t label = 0;
  for (std::size_t r = 0; r + 1 < batch.row_offsets.size(); ++r) {
    const std::int32_t begin = batch.row_offsets[r], end = batch.row_offsets[r + 1];
    std::vector<std::int64_t> labelled, label_ids;
    for (; label < batch.labelled.size() && batch.labelled[label] < end; ++label) {
      labelled.push_back(batch.labelled[label] - begin);
      label_ids.push_back(batch.label_ids[label]);
    }
    const at::Tensor loss = llama.loss({batch.ids.begin() + begin, batch.ids.begin() + end}, labelled, label_ids);
    result.loss_sum += loss.item().toDouble();
    (loss * scale).backward();
  }
  for (const auto& [id, leaf] : leaves) result.gradients[id] = leaf.grad();
  return result;
}

}   // namespace lift::test
