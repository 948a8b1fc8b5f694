#pragma once
// The model as the engine runs it: weights, a forward pass over packed rows, and a backward pass of our own that
// never makes a dense weight gradient. No autograd: every operation has its hand-written backward, tested against
// finite differences and against autograd. Used by train/, evaluate/, generate/, selection/ (weights only).
// Thread: the engine's; one call at a time. Errors in files are Results of the loader; here a bad shape is a CHECK.
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/batch.h"
#include "core/model/matrix_id.h"
#include "core/model/model_config.h"

namespace lift {

class KvCache;

// What trains. The backward pass hands over, for every wanted matrix, the two factors of its weight gradient
// dW = grad_output^T input; the sink keeps what it needs (LIFT: k sampled entries) and nothing dense survives.
class WeightGradientSink {
 public:
  virtual ~WeightGradientSink() = default;
  virtual bool wants(MatrixId id) const = 0;
  // input_TN: [tokens, columns], grad_output_TM: [tokens, rows], both contiguous in the model's dtype. Their memory is
  // used again after the call: keep a copy, not the tensor.
  virtual void accumulate(MatrixId id, const at::Tensor& input_TN, const at::Tensor& grad_output_TM) = 0;
};

struct ForwardBackwardOptions {
  double gradient_scale = 1.0;   // multiplies d(sum of token losses): 1 / labels of the whole step
  // How many of the lowest trained layers keep only their input and recompute the rest in the backward.
  // 0 = keep everything; layer_count = full activation checkpointing.
  std::int64_t checkpointed_layers = 0;
  std::int64_t head_chunk_labels = 0;   // labelled positions per head chunk; 0 = choose from vocabulary size
  // Polled between layers; a requested stop drops the pass (gradients of the sink are then incomplete).
  const TaskContext* task = nullptr;
};

struct LossSum {
  double loss = 0;   // sum over labels of -log p, in fp32/fp64
  std::int64_t labels = 0;
};

class CausalLm {
 public:
  // The tensors that the configuration's plan names; the others stay undefined. A matrix of the plan that is stored as
  // rows of another is a view of that one: the constructor lays them so where they are not.
  struct Layer {
    std::array<at::Tensor, static_cast<std::size_t>(Projection::GateUp) + 1> matrices;
    std::array<at::Tensor, static_cast<std::size_t>(LayerVector::DeltaNorm) + 1> vectors;

    at::Tensor& operator[](LayerRole role) {
      if (const auto* projection = std::get_if<Projection>(&role)) return (*this)[*projection];
      return (*this)[std::get<LayerVector>(role)];
    }
    at::Tensor& operator[](Projection projection) { return matrices[static_cast<std::size_t>(projection)]; }
    at::Tensor& operator[](LayerVector vector) { return vectors[static_cast<std::size_t>(vector)]; }
    const at::Tensor& operator[](LayerRole role) const { return const_cast<Layer&>(*this)[role]; }
    const at::Tensor& operator[](Projection projection) const { return const_cast<Layer&>(*this)[projection]; }
    const at::Tensor& operator[](LayerVector vector) const { return const_cast<Layer&>(*this)[vector]; }
  };
  // Embedding [V,d], final norm [d], head [V,d] (tied: the embedding itself).
  struct Weights {
    at::Tensor embedding, final_norm, head;
    std::vector<Layer> layers;
  };

  CausalLm(ModelConfig config, Weights weights);
  ~CausalLm();
  CausalLm(CausalLm&&) noexcept;

  const ModelConfig& config() const;
  at::ScalarType scalar_type() const;
  at::Device device() const;
  at::Tensor& weight(MatrixId id);   // of the plan, or what it stores several in
  const at::Tensor& weight(MatrixId id) const;
  // Every tensor as it is stored, with its Hugging Face name, in a fixed order (embedding, layers, final norm, head if
  // not tied).
  std::vector<std::pair<std::string, at::Tensor>> named_tensors() const;
  std::int64_t weight_bytes() const;

  // Loss over the labelled positions; no gradient, nothing saved.
  LossSum loss(const PackedBatch& batch) const;
  // -log p of every label, fp32 [labels], in the batch's order. For choice scoring and the loss microscope.
  at::Tensor label_losses(const PackedBatch& batch) const;
  // Logits at the given token positions of a packed batch, fp32 [positions.size(), V].
  at::Tensor logits(const PackedBatch& batch, std::span<const std::int32_t> positions) const;

  // One microbatch: forward, loss, backward into the sink. Nothing is computed below the lowest wanted layer.
  LossSum forward_backward(const PackedBatch& batch, WeightGradientSink& sink,
                           const ForwardBackwardOptions& options) const;

  // Incremental decoding: appends a prompt of one sequence, or ids[b] to each of B sequences, to the cache, and gives
  // the logits after the last token, fp32 [1, V] or [B, V].
  at::Tensor prefill(KvCache& cache, std::int64_t sequence, std::span<const TokenId> prompt) const;
  // Prompts of several sequences that are still empty, in one pass: the weights are read once, and what all prompts
  // begin with is computed once. Logits [sequences, V].
  at::Tensor prefill(KvCache& cache, std::span<const std::int64_t> sequences,
                     std::span<const std::span<const TokenId>> prompts) const;
  at::Tensor decode_step(KvCache& cache, std::span<const std::int64_t> sequences, std::span<const TokenId> ids) const;

  struct Impl;   // core/model only

 private:
  std::unique_ptr<Impl> impl_;
};

}   // namespace lift
