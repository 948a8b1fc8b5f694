#pragma once
// What a CausalLm holds, shared by its two source files: causal_lm.cpp (packed passes) and decoding.cpp (with a cache).
// Private to core/model.
#include <span>

#include "core/model/causal_lm.h"
#include "core/model/decoder_layer.h"

namespace lift {

// Cosines and sines of every position used so far; grows by doubling.
class RotaryTables {
 public:
  RotaryTables(const RopeConfig& rope, std::int64_t head_dim, bool beyond, at::TensorOptions options);
  void cover(std::int64_t positions);
  const at::Tensor& cos_PC() const { return cos_PC_; }
  const at::Tensor& sin_PC() const { return sin_PC_; }

 private:
  std::vector<float> frequencies_;
  double factor_;               // of cosines and sines
  at::TensorOptions options_;   // fp32, or fp64 for an fp64 model
  at::Tensor cos_PC_, sin_PC_;
};

struct CausalLm::Impl {
  Impl(ModelConfig config, Weights weights);

  ModelConfig config;
  Weights weights;
  std::vector<AttentionKind> kinds;
  std::vector<RotaryTables> rotary;          // of each kind
  std::vector<RotaryTables> rotary_beyond;   // of each kind, for passes beyond its original length

  LayerAt layer(std::int32_t number) const { return {weights.layers[static_cast<std::size_t>(number)], number}; }
  at::TensorOptions options() const { return weights.embedding.options(); }
  at::Tensor on_device(std::span<const std::int32_t> values) const;
  at::Tensor embed(std::span<const TokenId> ids) const;
  // tokens: the longest sequence's final length, where it is fed in several passes; 0: as the positions say.
  LayerContext context(std::span<const std::int32_t> positions, std::span<const std::int32_t> row_offsets,
                       std::span<const std::int32_t> prefix_rows = {}, std::int64_t tokens = 0);
  // What the head multiplies. rstd: of the norm, for its backward.
  at::Tensor final_hidden(ResidualStream& stream, at::Tensor* rstd_T = nullptr) const;
  at::Tensor head_logits(const at::Tensor& hidden_TD) const;   // fp32
};

}   // namespace lift
