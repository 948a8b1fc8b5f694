#pragma once
// The shape of a decoder-only model, whatever file it came from. Tensor-free. Made by model/architecture_*.cpp.
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/device.h"
#include "core/base/result.h"
#include "core/model/matrix_id.h"

namespace lift {

struct RopeConfig {
  // Factors: a divisor for each frequency, as GGUF's rope_freqs.weight stores them.
  enum class Scaling : std::uint8_t { None, Linear, Llama3, Factors } scaling = Scaling::None;
  double base = 10000.0;
  double factor = 1.0;
  double low_freq_factor = 1.0, high_freq_factor = 4.0;   // Llama3 only
  std::int64_t original_max_position_embeddings = 8192;   // Llama3 only
  std::vector<float> frequency_factors;                   // Factors only, [head_dim / 2]

  Status validate(std::int64_t head_dim) const;
};

struct ModelConfig {
  std::string family;   // "llama", "mistral"
  std::string name;     // for people
  std::int64_t hidden_size = 0;
  std::int64_t intermediate_size = 0;
  std::int64_t layer_count = 0;
  std::int64_t head_count = 0;
  std::int64_t kv_head_count = 0;
  std::int64_t head_dim = 0;
  std::int64_t vocabulary_size = 0;
  std::int64_t max_positions = 0;
  std::int64_t sliding_window = 0;   // tokens; 0 = none
  double rms_norm_eps = 1e-5;
  RopeConfig rope;
  bool tied_head = false;

  // Rows (outputs) and columns (inputs) of a projection's weight, as stored: [rows, columns].
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
  std::vector<Sentence> notices;
};

}   // namespace lift
