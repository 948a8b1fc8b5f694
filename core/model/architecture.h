#pragma once
// The families this program runs: how each one's configuration is read, from config.json and from GGUF keys.
// Adding a family is one file architecture_NAME.cpp and one line in architecture.cpp. Used by the loader. Tensor-free.
// Private to core/model.
#include <map>
#include <span>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/io/gguf_reader.h"
#include "core/io/gguf_writer.h"
#include "core/model/model_config.h"

namespace lift {

// Keys of a GGUF file behind "ARCHITECTURE.".
using GgufOwnKeys = std::map<std::string, GgufOut>;

struct Architecture {
  std::string_view family;      // model_type in config.json
  std::string_view gguf_name;   // general.architecture in GGUF; empty: no GGUF form of its own
  std::string_view hf_class;    // in config.json's architectures
  // `file` names the text in errors. Errors: Malformed, Unsupported, naming file, key, expected and found.
  Result<ModelConfig> (*from_json)(const nlohmann::json& config, const std::string& file) = nullptr;
  Result<ModelConfig> (*from_gguf)(const GgufReader& reader) = nullptr;
  // Adds the family's own keys to those that all have (family_json.cpp).
  void (*to_json)(const ModelConfig& config, nlohmann::json& json) = nullptr;
  // Adds the family's own keys to those that all have (family_gguf.cpp).
  void (*to_gguf)(const ModelConfig& config, GgufOwnKeys& keys) = nullptr;
  std::string_view gguf_family = {};   // without a gguf_name: the family whose GGUF form serves for it
  // GGUF conversion reorders the rows of q and k so that rotary pairs lie side by side; the loader undoes it.
  bool gguf_rotary_pairs = false;
  bool gguf_output_bias = false;   // llama.cpp reads a bias of the attention's output in this family
};

std::span<const Architecture> architectures();

// The window of attention of kind 1, and which layers have it.
void set_sliding_keys(const ModelConfig& config, GgufOwnKeys& keys);

// The family a file names, or Unsupported: what is supported, which family is nearest, and what it would need.
Result<const Architecture*> architecture_of_json(const nlohmann::json& config, const std::string& file);
Result<const Architecture*> architecture_of_gguf(const GgufReader& reader);

}   // namespace lift
