// Gemma 1 (2B, 7B). Llama with norms of 1 + weight, a GELU gate, scaled embeddings and a head width of its own.
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/model/architecture.h"
#include "core/model/family_reading.h"

namespace lift {

namespace {

using Json = nlohmann::json;

constexpr const char* kActivation = "gelu_pytorch_tanh";

void set_layer(ModelConfig& config) {
  config.layer.activation = Activation::GeluTanh;
  config.layer.norms_add_one = true;
  config.embedding_scale = std::sqrt(static_cast<double>(config.hidden_size));
}

Result<ModelConfig> from_json(const Json& json, const std::string& file) {
  Json usual = json;
  // The first releases say "gelu" and mean the approximation, as transformers reads them.
  if (const auto old = usual.find("hidden_act"); old != usual.end() && *old == "gelu") *old = kActivation;
  const JsonKeys keys(usual, file);
  LIFT_ASSIGN(const std::string other, keys.text("hidden_activation", kActivation));
  if (other != kActivation)
    return keys.unsupported("hidden_activation", Sentence::verbatim("\"" + std::string(kActivation) + "\""),
                            "\"" + other + "\"");
  LIFT_ASSIGN(ModelConfig config, read_json_config(keys, {.family = "gemma",
                                                          .kv_head_count = 16,
                                                          .head_dim = 256,
                                                          .max_positions = 8192,
                                                          .tied_head = true,
                                                          .activation = kActivation}));
  LIFT_ASSIGN(const bool biased, keys.boolean("attention_bias", false));
  if (biased) add_attention_biases(config.layer, true);
  set_layer(config);
  return validated(std::move(config), file);
}

Result<ModelConfig> from_gguf(const GgufReader& reader) {
  const GgufKeys keys(reader, "gemma");
  LIFT_ASSIGN(ModelConfig config, read_gguf_config(keys, "gemma"));
  set_layer(config);
  return validated(std::move(config), keys.file());
}

void to_json(const ModelConfig& config, Json& json) {
  json["hidden_act"] = kActivation;
  json["hidden_activation"] = kActivation;   // transformers 4 looks here first
  json["attention_bias"] = config.layer.find(LayerVector::QBias) != nullptr;
}

}   // namespace

Architecture gemma_architecture() {
  return {.family = "gemma",
          .gguf_name = "gemma",
          .hf_class = "GemmaForCausalLM",
          .from_json = from_json,
          .from_gguf = from_gguf,
          .to_json = to_json};
}

}   // namespace lift
