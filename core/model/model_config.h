#pragma once
// The shape of a decoder-only model, whatever file it came from. Tensor-free. Made by model/architecture_*.cpp.
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/device.h"
#include "core/base/result.h"
#include "core/model/layer_plan.h"

namespace lift {

struct RopeConfig {
  // Factors: a divisor for each frequency, as GGUF's rope_freqs.weight stores them. LongRope: two sets of divisors, the
  // second for passes beyond the original length. Proportional: pairs beyond `rotated` do not rotate.
  enum class Scaling : std::uint8_t { None, Linear, Llama3, Yarn, Factors, LongRope, Proportional };
  Scaling scaling = Scaling::None;
  double base = 10000.0;
  double factor = 1.0;
  double low_freq_factor = 1.0, high_freq_factor = 4.0;   // Llama3 only
  std::int64_t original_max_position_embeddings = 8192;   // Llama3, Yarn and LongRope
  double beta_fast = 32, beta_slow = 1;                   // Yarn only: rotations within the original length
  bool truncate = true;                                   // Yarn only: the channels between are whole ones
  double attention_factor = 1;                            // cosines and sines are multiplied by it
  std::vector<float> frequency_factors;                   // Factors and LongRope, one per pair that rotates
  std::vector<float> long_factors = {};                   // LongRope only
  double query_beta = 0;      // queries are multiplied by 1 + beta ln(1 + floor(position / original length))
  std::int64_t rotated = 0;   // the first channels of a head, which rotate; 0: all

  std::int64_t rotated_of(std::int64_t head_dim) const { return rotated > 0 ? rotated : head_dim; }
  Status validate(std::int64_t head_dim) const;
};

// How a layer's attention sees other tokens.
struct AttentionKind {
  std::int64_t sliding_window = 0;   // tokens, itself among them; 0 = none
  RopeConfig rope = {};
  bool rotates = true;   // false: no position embedding
};

// Sizes of gated delta nets (Yang et al. 2024, Gated Delta Networks).
struct DeltaNetConfig {
  std::int64_t key_heads = 0, value_heads = 0;   // value heads are a multiple: neighbours share a key head
  std::int64_t key_width = 0, value_width = 0;   // of a head
  std::int64_t taps = 0;                         // of the short convolution, the token itself among them
  std::int64_t keys() const { return key_heads * key_width; }
  std::int64_t values() const { return value_heads * value_width; }
};

struct ModelConfig {
  std::string family;   // model_type of config.json: "llama", "qwen2"
  std::string name;     // for people
  std::int64_t hidden_size = 0;
  std::int64_t intermediate_size = 0;
  std::int64_t layer_count = 0;
  std::int64_t head_count = 0;
  std::int64_t kv_head_count = 0;
  std::int64_t head_dim = 0;
  std::int64_t vocabulary_size = 0;
  std::int64_t max_positions = 0;
  std::int64_t sliding_window = 0;   // tokens; 0 = none. With `rope`: attention of kind 0
  double rms_norm_eps = 1e-5;
  RopeConfig rope;
  bool tied_head = false;

  LayerPlan layer = llama_layer();
  // Where layers differ in how they see other tokens: kinds 1, 2, ..., and the kind of every layer (empty: all 0).
  std::vector<AttentionKind> other_attention = {};
  std::vector<std::uint8_t> layer_kinds = {};
  // 1: the layer has a gated delta net in place of attention (empty: none has).
  std::vector<std::uint8_t> delta_layers = {};
  DeltaNetConfig delta = {};
  double embedding_scale = 1;   // rounded to the weights' dtype, as the families that have one do
  double logit_scale = 1;       // the logits are multiplied by it
  double logit_soft_cap = 0;    // then a logit x becomes cap tanh(x / cap); 0: it stays

  std::size_t attention_kind(std::int64_t layer) const;
  std::vector<AttentionKind> attention_kinds() const;

  bool is_delta(std::int64_t layer) const;
  bool has(std::int64_t layer, const LayerTensor& tensor) const;
  bool has(MatrixId id) const;
  std::int64_t matrix_count() const;                                            // of all layers
  std::vector<std::span<const LayerTensor>> stored(std::int64_t layer) const;   // of LayerPlan::stored

  std::int64_t extent(Extent extent) const;
  std::vector<std::int64_t> shape(const LayerTensor& tensor) const;             // [rows, columns] or [length]
  std::vector<std::int64_t> shape(std::span<const LayerTensor> stored) const;   // of LayerPlan::stored
  // Rows (outputs) and columns (inputs) of a matrix's weight: [rows, columns]. The layer has it, or stores it.
  std::int64_t rows(Projection projection) const;
  std::int64_t columns(Projection projection) const;
  std::int64_t parameter_count() const;
  Status validate() const;   // every size positive, heads divide, ...
};

// What a person sees of a loaded or inspected model.
struct ModelSummary {
  std::string path;
  std::string format;      // "GGUF", "Hugging Face folder"
  Sentence stored_types;   // "Q4_1 (210 tensors), F32 (61), Q8_0 (1)"
  bool dequantised = false;
  DType dtype = DType::BF16;   // as held in memory
  ModelConfig config;
  std::int64_t file_bytes = 0;
  Sentence tokenizer_description;
  bool has_chat_template = false;
  Sentence chat_template_problem;   // why it can't be read; empty when it can
  std::vector<Sentence> notices;
};

}   // namespace lift
