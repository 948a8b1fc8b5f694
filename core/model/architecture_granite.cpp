// Granite 3, dense. Llama with scales of embeddings, scores, branches and logits.
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/model/architecture.h"
#include "core/model/family_reading.h"

namespace lift {

namespace {

using Json = nlohmann::json;

Status set_logit_divisor(ModelConfig& config, double divisor, const std::string& file, const std::string& key) {
  if (!(divisor > 0))
    return make_error(ErrorCode::Malformed, file, say("expected {} to be a positive number, found {}", key, divisor));
  config.logit_scale = 1 / divisor;
  return {};
}

Result<ModelConfig> from_json(const Json& json, const std::string& file) {
  const JsonKeys keys(json, file);
  LIFT_ASSIGN(ModelConfig config, read_json_config(keys, {.family = "granite"}));
  LIFT_ASSIGN(const bool biased, keys.boolean("attention_bias", false));
  if (biased) add_attention_biases(config.layer, true);
  LIFT_ASSIGN(config.layer.attention_scale, keys.number("attention_multiplier", 1.0));
  LIFT_ASSIGN(config.layer.residual_scale, keys.number("residual_multiplier", 1.0));
  LIFT_ASSIGN(config.embedding_scale, keys.number("embedding_multiplier", 1.0));
  LIFT_ASSIGN(const double divisor, keys.number("logits_scaling", 1.0));
  LIFT_RETURN_IF_ERROR(set_logit_divisor(config, divisor, file, "logits_scaling"));
  return validated(std::move(config), file);
}

Result<ModelConfig> from_gguf(const GgufReader& reader) {
  const GgufKeys keys(reader, "granite");
  LIFT_ASSIGN(ModelConfig config, read_gguf_config(keys, "granite"));
  if (keys.has_tensor("blk.0.attn_q.bias"))
    add_attention_biases(config.layer, keys.has_tensor("blk.0.attn_output.bias"));
  LIFT_ASSIGN(config.layer.attention_scale, keys.number("attention.scale", 0.0));
  LIFT_ASSIGN(config.layer.residual_scale, keys.number("residual_scale", 1.0));
  LIFT_ASSIGN(config.embedding_scale, keys.number("embedding_scale", 1.0));
  LIFT_ASSIGN(const double divisor, keys.number("logit_scale"));
  LIFT_RETURN_IF_ERROR(set_logit_divisor(config, divisor, keys.file(), keys.name("logit_scale")));
  return validated(std::move(config), keys.file());
}

void to_json(const ModelConfig& config, Json& json) {
  json["attention_bias"] = config.layer.find(LayerVector::QBias) != nullptr;
  json["mlp_bias"] = false;
  json["attention_multiplier"] = config.layer.attention_scale > 0 ? config.layer.attention_scale
                                                                  : 1 / std::sqrt(static_cast<double>(config.head_dim));
  json["residual_multiplier"] = config.layer.residual_scale;
  json["embedding_multiplier"] = config.embedding_scale;
  json["logits_scaling"] = 1 / config.logit_scale;
}

void to_gguf(const ModelConfig& config, GgufOwnKeys& keys) {
  const double usual = 1 / std::sqrt(static_cast<double>(config.head_dim)), scale = config.layer.attention_scale;
  keys["attention.scale"] = static_cast<float>(scale > 0 ? scale : usual);
  keys["residual_scale"] = static_cast<float>(config.layer.residual_scale);
  keys["embedding_scale"] = static_cast<float>(config.embedding_scale);
  keys["logit_scale"] = static_cast<float>(1 / config.logit_scale);
}

}   // namespace

Architecture granite_architecture() {
  return {.family = "granite",
          .gguf_name = "granite",
          .hf_class = "GraniteForCausalLM",
          .from_json = from_json,
          .from_gguf = from_gguf,
          .to_json = to_json,
          .to_gguf = to_gguf,
          .gguf_rotary_pairs = true,
          .gguf_output_bias = true};
}

}   // namespace lift
