#include "tests/support/tensors/plain_llama.h"

#include <cmath>
#include <limits>

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/gather.h>
#include <ATen/ops/log_softmax.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/pow.h>
#include <ATen/ops/rsqrt.h>
#include <ATen/ops/silu.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/tensor.h>

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
    for (std::int32_t layer = 0; layer < config_.layer_count; ++layer) {
      const std::string prefix = "model.layers." + std::to_string(layer);
      x = x + attention(layer, norm(x, prefix + ".input_layernorm.weight"));
      x = x + feed_forward(layer, norm(x, prefix + ".post_attention_layernorm.weight"));
    }
    const at::Tensor hidden = norm(x, "model.norm.weight").index_select(0, at::tensor(labelled));
    const at::Tensor& head = tensors_.at(config_.tied_head ? "model.embed_tokens.weight" : "lm_head.weight");
    const at::Tensor log_p = at::log_softmax(at::matmul(hidden, head.t()), -1);
    return at::gather(log_p, 1, at::tensor(label_ids).unsqueeze(1)).sum().neg();
  }

 private:
  at::Tensor norm(const at::Tensor& x, const std::string& name) const {
    return x * at::rsqrt(x.square().mean(-1, true) + config_.rms_norm_eps) * tensors_.at(name);
  }
  at::Tensor times(const at::Tensor& x, std::int32_t layer, Projection projection) const {
    return at::matmul(x, matrices_.at({layer, projection}).t());
  }

  at::Tensor rotated(const at::Tensor& x_HTD) const {
    const std::int64_t half = config_.head_dim / 2;
    // The angle is rounded to fp32 before the cosine, as transformers does and models were trained.
    const at::Tensor exponent = (at::arange(half, at::kFloat) / static_cast<double>(half)).to(at::kDouble);
    const at::Tensor frequency = at::pow(config_.rope.base, exponent).to(at::kFloat).reciprocal();
    const at::Tensor angle = (at::arange(x_HTD.size(1), at::kFloat).unsqueeze(1) * frequency).to(at::kDouble);
    const at::Tensor cosine = angle.cos().to(x_HTD.scalar_type()), sine = angle.sin().to(x_HTD.scalar_type());
    const at::Tensor a = x_HTD.narrow(2, 0, half), b = x_HTD.narrow(2, half, half);
    return at::cat({a * cosine - b * sine, b * cosine + a * sine}, 2);
  }

  at::Tensor attention(std::int32_t layer, const at::Tensor& x) const {
    const std::int64_t length = x.size(0), group = config_.head_count / config_.kv_head_count;
    const auto heads = [&](Projection p, std::int64_t count) {
      return times(x, layer, p).view({length, count, config_.head_dim}).transpose(0, 1);
    };
    const at::Tensor q = rotated(heads(Projection::Q, config_.head_count));
    const at::Tensor k = rotated(heads(Projection::K, config_.kv_head_count)).repeat_interleave(group, 0);
    const at::Tensor v = heads(Projection::V, config_.kv_head_count).repeat_interleave(group, 0);
    const at::Tensor future = at::ones({length, length}, at::kBool).triu(1);
    const at::Tensor scores = at::matmul(q, k.transpose(1, 2)) / std::sqrt(static_cast<double>(config_.head_dim));
    const at::Tensor p = at::softmax(scores.masked_fill(future, -std::numeric_limits<double>::infinity()), -1);
    return times(at::matmul(p, v).transpose(0, 1).reshape({length, -1}), layer, Projection::O);
  }

  at::Tensor feed_forward(std::int32_t layer, const at::Tensor& x) const {
    return times(at::silu(times(x, layer, Projection::Gate)) * times(x, layer, Projection::Up), layer,
                 Projection::Down);
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
