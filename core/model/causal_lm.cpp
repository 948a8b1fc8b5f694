#include "core/model/causal_lm.h"

#include <algorithm>

#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/scalar_tensor.h>
#include <ATen/ops/zeros_like.h>

#include "core/base/check.h"
#include "core/kernels/host_data.h"
#include "core/kernels/rows/cross_entropy.h"
#include "core/kernels/rows/rms_norm.h"
#include "core/model/causal_lm_impl.h"
#include "core/model/rope_table.h"
#include "core/model/weight_names.h"

namespace lift {

namespace {

void check_weights(const ModelConfig& config, const CausalLm::Weights& weights) {
  const auto expect = [&](const at::Tensor& tensor, at::IntArrayRef shape, const char* name) {
    LIFT_CHECK(tensor.defined() && tensor.sizes() == shape && tensor.is_contiguous() &&
                   tensor.options().type_equal(weights.embedding.options()),
               std::string(name) + " has the shape of the configuration and the embedding's dtype");
  };
  expect(weights.embedding, {config.vocabulary_size, config.hidden_size}, "embedding");
  expect(weights.head, {config.vocabulary_size, config.hidden_size}, "head");
  expect(weights.final_norm, {config.hidden_size}, "final norm");
  LIFT_CHECK(std::ssize(weights.layers) == config.layer_count, "one set of weights for every layer");
  for (std::int64_t number = 0; number < config.layer_count; ++number)
    for (const LayerTensor& planned : config.layer.tensors)
      if (config.has(number, planned))
        expect(weights.layers[static_cast<std::size_t>(number)][planned.role], config.shape(planned),
               planned.hf.c_str());
}

// Matrices that are stored as the rows of one, as views of it.
void lay_parts_together(const ModelConfig& config, CausalLm::Layer& layer) {
  for (const auto parts : config.layer.stored()) {
    if (!parts.front().within) continue;
    at::Tensor& whole = layer[*parts.front().within];
    if (!whole.defined()) {
      std::vector<at::Tensor> rows;
      for (const LayerTensor& part : parts) rows.push_back(layer[part.role]);
      whole = at::cat(rows);
    }
    LIFT_CHECK(whole.sizes() == config.shape(parts) && whole.is_contiguous(), "a stored matrix has its parts' rows");
    std::int64_t first = 0;
    for (const LayerTensor& part : parts) {
      layer[part.role] = whole.narrow(0, first, config.extent(part.rows));
      first += config.extent(part.rows);
    }
  }
}

void check_batch(const PackedBatch& batch, std::int64_t vocabulary) {
  const std::int64_t tokens = batch.token_count();
  LIFT_CHECK(tokens > 0 && std::ssize(batch.positions) == tokens, "a batch has tokens, each with a position");
  LIFT_CHECK(batch.row_offsets.size() >= 2 && batch.row_offsets.front() == 0 && batch.row_offsets.back() == tokens &&
                 std::is_sorted(batch.row_offsets.begin(), batch.row_offsets.end()),
             "row offsets ascend from 0 to the number of tokens");
  const auto known = [&](TokenId id) { return id >= 0 && id < vocabulary; };
  LIFT_CHECK(std::all_of(batch.ids.begin(), batch.ids.end(), known), "token ids lie in the vocabulary");
  LIFT_CHECK(std::all_of(batch.label_ids.begin(), batch.label_ids.end(), known), "label ids lie in the vocabulary");
  for (std::size_t row = 0; row < batch.prefix_rows.size(); ++row) {
    const std::int32_t prefix = batch.prefix_rows[row];
    LIFT_CHECK(std::ssize(batch.prefix_rows) == batch.row_count() && prefix >= -1 &&
                   prefix < static_cast<std::int32_t>(row) &&
                   (prefix < 0 || batch.prefix_rows[static_cast<std::size_t>(prefix)] < 0),
               "a row continues an earlier one that continues none");
  }
  LIFT_CHECK(batch.labelled.size() == batch.label_ids.size(), "a label for every labelled position");
  LIFT_CHECK(std::adjacent_find(batch.labelled.begin(), batch.labelled.end(), std::greater_equal<>()) ==
                     batch.labelled.end() &&
                 (batch.labelled.empty() || (batch.labelled.front() >= 0 && batch.labelled.back() < tokens)),
             "labelled positions ascend inside the batch");
}

std::int32_t lowest_wanted_layer(const WeightGradientSink& sink, const ModelConfig& config) {
  const auto layers = static_cast<std::int32_t>(config.layer_count);
  const std::vector<Projection> matrices = config.layer.matrices();
  for (std::int32_t layer = 0; layer < layers; ++layer)
    for (Projection projection : matrices)
      if (config.has({layer, projection}) && sink.wants({layer, projection})) return layer;
  return layers;
}

}   // namespace

RotaryTables::RotaryTables(const RopeConfig& rope, std::int64_t head_dim, bool beyond, at::TensorOptions options)
    : frequencies_(rope_frequencies(rope, head_dim, beyond)),
      factor_(rope.attention_factor),
      options_(options.dtype(options.dtype() == at::kDouble ? at::kDouble : at::kFloat)) {}

void RotaryTables::cover(std::int64_t positions) {
  const std::int64_t covered = cos_PC_.defined() ? cos_PC_.size(0) : 0;
  if (positions <= covered) return;
  const std::int64_t rows = std::max<std::int64_t>({positions, 2 * covered, 512});
  const auto half = static_cast<std::int64_t>(frequencies_.size());
  at::Tensor cosines = at::empty({rows, half}, at::kFloat), sines = at::empty({rows, half}, at::kFloat);
  rope_rows(frequencies_, 0, rows, mutable_host_data<float>(cosines), mutable_host_data<float>(sines));
  if (factor_ != 1) {
    cosines.mul_(factor_);
    sines.mul_(factor_);
  }
  cos_PC_ = cosines.to(options_);
  sin_PC_ = sines.to(options_);
}

namespace {

// As transformers computes it: in fp32, rounded to the model's dtype.
at::Tensor query_scale(const RopeConfig& rope, const at::Tensor& positions_T, const at::TensorOptions& options) {
  const auto original = static_cast<double>(rope.original_max_position_embeddings);
  const at::Tensor lengths_T = positions_T.to(at::kFloat).div(original).floor();
  return lengths_T.log1p().mul(rope.query_beta).add(1).to(options.dtype()).view({-1, 1, 1});
}

}   // namespace

CausalLm::Impl::Impl(ModelConfig config_, Weights weights_)
    : config(std::move(config_)), weights(std::move(weights_)), kinds(config.attention_kinds()) {
  for (CausalLm::Layer& layer : weights.layers) lay_parts_together(config, layer);
  check_weights(config, weights);
  for (const AttentionKind& kind : kinds) {
    rotary.emplace_back(kind.rope, config.head_dim, false, weights.embedding.options());
    rotary_beyond.emplace_back(kind.rope, config.head_dim, true, weights.embedding.options());
  }
}

at::Tensor CausalLm::Impl::on_device(std::span<const std::int32_t> values) const {
  return sent_to(int32_tensor(values), weights.embedding.device());
}

at::Tensor CausalLm::Impl::embed(std::span<const TokenId> ids) const {
  at::Tensor embedded = weights.embedding.index_select(0, on_device(ids));
  if (config.embedding_scale != 1) embedded.mul_(at::scalar_tensor(config.embedding_scale, options()));
  return embedded;
}

LayerContext CausalLm::Impl::context(std::span<const std::int32_t> positions, std::span<const std::int32_t> row_offsets,
                                     std::span<const std::int32_t> prefix_rows, std::int64_t tokens) {
  const auto [least, most] = std::minmax_element(positions.begin(), positions.end());
  LIFT_CHECK(*least >= 0, "positions are not negative");
  tokens = std::max(tokens, std::int64_t{*most} + 1);
  LayerContext context{&config, on_device(positions), {}};
  if (!config.delta_layers.empty() && row_offsets.size() > 1)
    context.recurrent = RecurrentRows(row_offsets, prefix_rows, config.delta.taps, false, weights.embedding.device());
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
    AttentionContext& attention = context.kinds.emplace_back();
    attention.rows = RowAttention(row_offsets, prefix_rows,
                                  {.scale = config.layer.attention_scale,
                                   .sliding_window = kinds[kind].sliding_window,
                                   .soft_cap = config.layer.attention_soft_cap});
    if (!kinds[kind].rotates) continue;
    const RopeConfig& rope = kinds[kind].rope;
    const bool beyond = rope.scaling == RopeConfig::Scaling::LongRope && tokens > rope.original_max_position_embeddings;
    RotaryTables& tables = (beyond ? rotary_beyond : rotary)[kind];
    tables.cover(std::int64_t{*most} + 1);
    attention.cos_PC = tables.cos_PC();
    attention.sin_PC = tables.sin_PC();
    if (rope.query_beta > 0) attention.query_scale_T11 = query_scale(rope, context.positions_T, options());
  }
  return context;
}

at::Tensor CausalLm::Impl::final_hidden(ResidualStream& stream, at::Tensor* rstd_T) const {
  at::Tensor hidden = stream.add_and_norm(weights.final_norm, config, rstd_T);
  return config.logit_scale == 1 ? hidden : hidden.mul_(config.logit_scale);
}

at::Tensor CausalLm::Impl::head_logits(const at::Tensor& hidden_TD) const {
  at::Tensor logits_TV = linear(hidden_TD, weights.head);
  if (config.logit_soft_cap > 0) soft_cap_(logits_TV, config.logit_soft_cap);
  return logits_TV.to(at::kFloat);
}

namespace {

// The forward pass without gradients, to the hidden states of the chosen tokens.
at::Tensor hidden_of(CausalLm::Impl& model, const PackedBatch& batch, std::span<const std::int32_t> chosen) {
  check_batch(batch, model.config.vocabulary_size);
  const LayerContext context = model.context(batch.positions, batch.row_offsets, batch.prefix_rows);
  ResidualStream stream{model.embed(batch.ids), {}};
  const auto layers = static_cast<std::int32_t>(model.config.layer_count);
  for (std::int32_t number = 0; number < layers; ++number)
    forward_layer(model.layer(number), context, stream, nullptr,
                  number + 1 == layers ? model.on_device(chosen) : at::Tensor());
  return model.final_hidden(stream);
}

HeadLoss head_loss(CausalLm::Impl& model, const PackedBatch& batch, bool with_losses) {
  const at::Tensor hidden_LD = hidden_of(model, batch, batch.labelled);
  return head_cross_entropy(hidden_LD, model.weights.head, model.on_device(batch.label_ids),
                            {.with_losses = with_losses, .soft_cap = model.config.logit_soft_cap});
}

// One microbatch, forward and backward; the steps of forward_backward with what they share.
class TrainingPass {
 public:
  TrainingPass(CausalLm::Impl& model, const PackedBatch& batch, WeightGradientSink& sink,
               const ForwardBackwardOptions& options)
      : model_(model),
        batch_(batch),
        sink_(sink),
        options_(options),
        context_(model.context(batch.positions, batch.row_offsets, batch.prefix_rows)),
        layers_(static_cast<std::int32_t>(model.weights.layers.size())),
        lowest_(lowest_wanted_layer(sink, model.config)),
        saved_(static_cast<std::size_t>(layers_)) {}

  LossSum run() {
    LossSum loss{0, batch_.label_count()};
    if (loss.labels == 0 || !forward()) return loss;
    at::Tensor grad = head();
    if (grad.defined()) backward(grad);
    loss.loss = head_loss_.loss_sum();   // last: on a GPU nothing before it waits
    return loss;
  }

 private:
  bool stopped() const { return options_.task && options_.task->stop_requested(); }
  LayerAt layer(std::int32_t number) const { return model_.layer(number); }
  LayerActivations& saved(std::int32_t number) { return saved_[static_cast<std::size_t>(number)]; }
  bool checkpointed(std::int32_t number) const { return number < lowest_ + options_.checkpointed_layers; }

  bool forward() {
    stream_.sum_TD = model_.embed(batch_.ids);
    for (std::int32_t number = 0; number < layers_; ++number) {
      if (stopped()) return false;
      const at::Tensor read = number + 1 == layers_ ? model_.on_device(batch_.labelled) : at::Tensor();
      if (number < lowest_) {
        forward_layer(layer(number), context_, stream_, nullptr, read);
        continue;
      }
      LayerActivations activations;
      forward_layer(layer(number), context_, stream_, &activations, read);
      saved(number) = checkpointed(number) ? std::move(activations).checkpoint() : std::move(activations);
    }
    return true;
  }

  // The loss; gives d loss / d (last layer's output at the labelled positions), undefined when nothing trains.
  at::Tensor head() {
    at::Tensor rstd_L;
    const at::Tensor hidden_LD = model_.final_hidden(stream_, &rstd_L);
    const at::Tensor sum_LD = std::exchange(stream_, {}).sum_TD;
    const bool trains = lowest_ < layers_;
    head_loss_ = head_cross_entropy(hidden_LD, model_.weights.head, model_.on_device(batch_.label_ids),
                                    {.with_gradient = trains,
                                     .gradient_scale = options_.gradient_scale,
                                     .chunk_labels = options_.head_chunk_labels,
                                     .soft_cap = model_.config.logit_soft_cap});
    if (!trains) return {};
    at::Tensor grad_LD = at::zeros_like(sum_LD);
    at::Tensor grad_hidden_LD = std::exchange(head_loss_.grad_hidden_LD, {});
    if (model_.config.logit_scale != 1) grad_hidden_LD.mul_(model_.config.logit_scale);
    rms_norm_backward(grad_hidden_LD, sum_LD, model_.weights.final_norm, rstd_L, grad_LD, norm_offset(model_.config));
    return grad_LD;
  }

  void backward(at::Tensor& grad_TD) {
    for (std::int32_t number = layers_; number-- > lowest_;) {
      if (stopped()) return;
      LayerActivations activations = std::move(saved(number));
      if (checkpointed(number)) recompute_layer(layer(number), context_, activations);
      backward_layer(layer(number), context_, {sink_, number, number > lowest_}, std::move(activations), grad_TD);
    }
  }

  CausalLm::Impl& model_;
  const PackedBatch& batch_;
  WeightGradientSink& sink_;
  const ForwardBackwardOptions& options_;
  const LayerContext context_;
  const std::int32_t layers_, lowest_;
  ResidualStream stream_;
  HeadLoss head_loss_;
  std::vector<LayerActivations> saved_;
};

}   // namespace

CausalLm::CausalLm(ModelConfig config, Weights weights)
    : impl_(std::make_unique<Impl>(std::move(config), std::move(weights))) {}
CausalLm::~CausalLm() = default;
CausalLm::CausalLm(CausalLm&&) noexcept = default;

const ModelConfig& CausalLm::config() const { return impl_->config; }
at::ScalarType CausalLm::scalar_type() const { return impl_->weights.embedding.scalar_type(); }
at::Device CausalLm::device() const { return impl_->weights.embedding.device(); }

at::Tensor& CausalLm::weight(MatrixId id) {
  LIFT_CHECK(id.layer >= 0 && id.layer < impl_->config.layer_count, "the layer exists");
  at::Tensor& weight = impl_->weights.layers[static_cast<std::size_t>(id.layer)][id.projection];
  LIFT_CHECK(weight.defined(), "the layer has the matrix");
  return weight;
}

const at::Tensor& CausalLm::weight(MatrixId id) const { return const_cast<CausalLm*>(this)->weight(id); }

std::vector<std::pair<std::string, at::Tensor>> CausalLm::named_tensors() const {
  std::vector<std::pair<std::string, at::Tensor>> named;
  const Weights& weights = impl_->weights;
  named.emplace_back(embedding_name().hf, weights.embedding);
  for (std::int32_t number = 0; number < impl_->config.layer_count; ++number) {
    const Layer& layer = weights.layers[static_cast<std::size_t>(number)];
    for (const auto stored : impl_->config.stored(number))
      named.emplace_back(name_in_layer(number, stored.front()).hf, layer[stored_role(stored)]);
  }
  named.emplace_back(final_norm_name().hf, weights.final_norm);
  if (!impl_->config.tied_head) named.emplace_back(head_name().hf, weights.head);
  return named;
}

std::int64_t CausalLm::weight_bytes() const {
  std::int64_t bytes = 0;
  for (const auto& [name, tensor] : named_tensors()) bytes += static_cast<std::int64_t>(tensor.nbytes());
  return bytes;
}

LossSum CausalLm::loss(const PackedBatch& batch) const {
  if (batch.label_count() == 0) return {};
  return {head_loss(*impl_, batch, false).loss_sum(), batch.label_count()};
}

at::Tensor CausalLm::label_losses(const PackedBatch& batch) const {
  if (batch.label_count() == 0) return at::empty({0}, impl_->options().dtype(at::kFloat));
  return head_loss(*impl_, batch, true).losses_L;
}

at::Tensor CausalLm::logits(const PackedBatch& batch, std::span<const std::int32_t> positions) const {
  return impl_->head_logits(hidden_of(*impl_, batch, positions));
}

LossSum CausalLm::forward_backward(const PackedBatch& batch, WeightGradientSink& sink,
                                   const ForwardBackwardOptions& options) const {
  check_batch(batch, impl_->config.vocabulary_size);
  return TrainingPass(*impl_, batch, sink, options).run();
}

}   // namespace lift
