#pragma once
// A model's shape as the keys of a GGUF file, spelled as llama.cpp's converter does (convert_hf_to_gguf.py), and the
// tensors that belong to the shape (divisors of rotary angles). Used by exchange/. Tensor-free.
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/io/gguf_reader.h"
#include "core/io/gguf_writer.h"
#include "core/model/model_config.h"

namespace lift {

struct GgufShape {
  std::string architecture;                                           // general.architecture
  std::vector<GgufOutKey> keys;                                       // it and ARCHITECTURE.*
  std::vector<std::pair<std::string, std::vector<float>>> divisors;   // "rope_freqs.weight"
};

// Errors: Unsupported (a family or a rope that GGUF has no form for).
Result<GgufShape> gguf_shape_of(const ModelConfig& config);

// What llama.cpp reads of the shape and does not compute, in words: a window of all layers (it keeps to those that only
// some layers have).
std::optional<Sentence> left_out_by_llama_cpp(const ModelConfig& config);

// Whether the file, read as a model, computes what `config` does. Errors: Unsupported, with the first key of
// config.json that differs: what the family cannot say in GGUF.
Status same_shape(const ModelConfig& config, const GgufReader& file);

}   // namespace lift
