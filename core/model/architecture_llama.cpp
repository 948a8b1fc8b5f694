// Llama 1-3, SmolLM2 (model_type llama) and Mistral, which differs by its sliding window and defaults only.
#include <nlohmann/json.hpp>

#include "core/model/architecture.h"
#include "core/model/family_reading.h"

namespace lift {

namespace {

using Json = nlohmann::json;

Result<ModelConfig> llama_from_json(const Json& json, const std::string& file) {
  const JsonKeys keys(json, file);
  LIFT_ASSIGN(ModelConfig config, read_json_config(keys, {.family = "llama"}));
  LIFT_ASSIGN(const bool biased, keys.boolean("attention_bias", false));
  if (biased) add_attention_biases(config.layer, true);
  return validated(std::move(config), file);
}

Result<ModelConfig> mistral_from_json(const Json& json, const std::string& file) {
  const JsonKeys keys(json, file);
  LIFT_ASSIGN(ModelConfig config,
              read_json_config(keys, {.family = "mistral", .kv_head_count = 8, .max_positions = 4096 * 32}));
  // Absent means the family's default, null means none: here the two differ.
  LIFT_ASSIGN(config.sliding_window, keys.integer("sliding_window", keys.has("sliding_window") ? 0 : 4096));
  return validated(std::move(config), file);
}

Result<ModelConfig> llama_from_gguf(const GgufReader& reader) {
  const GgufKeys keys(reader, "llama");
  LIFT_ASSIGN(ModelConfig config, read_gguf_config(keys, "llama"));
  LIFT_ASSIGN(config.sliding_window, keys.integer("attention.sliding_window", 0));
  if (keys.has_tensor("blk.0.attn_q.bias"))
    add_attention_biases(config.layer, keys.has_tensor("blk.0.attn_output.bias"));
  return validated(std::move(config), keys.file());
}

void llama_to_json(const ModelConfig& config, Json& json) {
  json["attention_bias"] = config.layer.find(LayerVector::QBias) != nullptr;
  json["mlp_bias"] = false;
}

void mistral_to_json(const ModelConfig& config, Json& json) {
  llama_to_json(config, json);
  json["sliding_window"] = config.sliding_window ? Json(config.sliding_window) : Json(nullptr);
}

}   // namespace

Architecture llama_architecture() {
  return {.family = "llama",
          .gguf_name = "llama",
          .hf_class = "LlamaForCausalLM",
          .from_json = llama_from_json,
          .from_gguf = llama_from_gguf,
          .to_json = llama_to_json,
          .gguf_rotary_pairs = true,
          .gguf_output_bias = true};
}

// A GGUF file of Mistral names the llama architecture.
Architecture mistral_architecture() {
  return {.family = "mistral",
          .gguf_name = {},
          .hf_class = "MistralForCausalLM",
          .from_json = mistral_from_json,
          .to_json = mistral_to_json,
          .gguf_family = "llama",
          .gguf_rotary_pairs = true};
}

}   // namespace lift
