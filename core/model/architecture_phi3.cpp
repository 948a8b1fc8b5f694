// Phi-3, Phi-3.5, Phi-4 and Phi-4-mini. Llama with q, k and v in one matrix, gate and up in one, rotation of a part of
// the head's channels, and angles that change beyond the length of the first training (LongRoPE).
#include <array>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/model/architecture.h"
#include "core/model/family_json.h"
#include "core/model/family_reading.h"

namespace lift {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t kOriginalLength = 4096;

void set_layer(LayerPlan& layer) {
  fuse_qkv(layer);
  fuse_gate_up(layer);
}

// As transformers reads it: LongRoPE has older names here, and the original length stands beside it, and counts.
Result<Json> with_usual_rope(const JsonKeys& keys, Json json) {
  LIFT_ASSIGN(const std::int64_t original, keys.integer("original_max_position_embeddings", kOriginalLength));
  for (const char* name : {"rope_scaling", "rope_parameters"}) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_object()) continue;
    for (const char* key : {"type", "rope_type"})
      if (const auto type = found->find(key); type != found->end() && (*type == "su" || *type == "yarn"))
        *type = "longrope";
    (*found)["original_max_position_embeddings"] = original;
  }
  return json;
}

Result<ModelConfig> from_json(const Json& json, const std::string& file) {
  LIFT_ASSIGN(const Json usual, with_usual_rope(JsonKeys(json, file), json));
  const JsonKeys keys(usual, file);
  LIFT_ASSIGN(
      ModelConfig config,
      read_json_config(keys, {.family = "phi3", .max_positions = 4096, .rms_norm_eps = 1e-5, .partial_rotation = 1.0}));
  LIFT_ASSIGN(const bool biased, keys.boolean("attention_bias", false));
  if (biased) return keys.unsupported("attention_bias", say("false"), "true");
  LIFT_ASSIGN(config.sliding_window, keys.integer("sliding_window", 0));
  set_layer(config.layer);
  return validated(std::move(config), file);
}

Result<ModelConfig> from_gguf(const GgufReader& reader) {
  const GgufKeys keys(reader, "phi3");
  LIFT_ASSIGN(ModelConfig config, read_gguf_config(keys, "phi3", true));
  LIFT_ASSIGN(config.sliding_window, keys.integer("attention.sliding_window", 0));
  set_layer(config.layer);
  return validated(std::move(config), keys.file());
}

// transformers 4 takes a rope_scaling of exactly these keys.
void to_json(const ModelConfig& config, Json& json) {
  json["partial_rotary_factor"] = rotary_share(config.rope, config.head_dim);
  json["sliding_window"] = config.sliding_window ? Json(config.sliding_window) : Json(nullptr);
  if (config.rope.scaling != RopeConfig::Scaling::LongRope) return;
  Json& rope = json["rope_scaling"];
  rope.erase("rope_type");
  rope["type"] = "longrope";
  json["original_max_position_embeddings"] = rope["original_max_position_embeddings"];
  rope.erase("original_max_position_embeddings");
}

}   // namespace

Architecture phi3_architecture() {
  return {.family = "phi3",
          .gguf_name = "phi3",
          .hf_class = "Phi3ForCausalLM",
          .from_json = from_json,
          .from_gguf = from_gguf,
          .to_json = to_json};
}

}   // namespace lift
