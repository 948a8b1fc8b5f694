// Ministral 3. Mistral with yarn, and queries that grow with their position: times 1 + beta ln(1 + floor(position /
// original length)).
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/model/architecture.h"
#include "core/model/family_reading.h"

namespace lift {

namespace {

using Json = nlohmann::json;

// What an absent rope means (transformers, models/ministral3/configuration_ministral3.py).
Json usual_rope() {
  return {{"rope_type", "yarn"},
          {"rope_theta", 1e6},
          {"factor", 16.0},
          {"original_max_position_embeddings", 16384},
          {"mscale", 1.0},
          {"mscale_all_dim", 1.0},
          {"llama_4_scaling_beta", 0.1}};
}

Status read_query_scale(const JsonKeys& keys, RopeConfig& rope) {
  for (const char* name : {"rope_scaling", "rope_parameters"}) {
    LIFT_ASSIGN(const std::optional<JsonKeys> inner, keys.object(name));
    if (!inner) continue;
    LIFT_ASSIGN(rope.query_beta, inner->number("llama_4_scaling_beta", 0.0));
    if (rope.query_beta == 0) return {};
    LIFT_ASSIGN(rope.original_max_position_embeddings, inner->integer("original_max_position_embeddings"));
    return {};
  }
  return {};
}

Result<ModelConfig> from_json(const Json& json, const std::string& file) {
  Json with_rope = json;
  if (!JsonKeys(json, file).find("rope_scaling") && !JsonKeys(json, file).find("rope_parameters"))
    with_rope["rope_parameters"] = usual_rope();
  const JsonKeys keys(with_rope, file);
  LIFT_ASSIGN(ModelConfig config, read_json_config(keys, {.family = "ministral3",
                                                          .kv_head_count = 8,
                                                          .head_dim = 128,
                                                          .max_positions = 262144,
                                                          .rms_norm_eps = 1e-5}));
  LIFT_RETURN_IF_ERROR(read_query_scale(keys, config.rope));
  LIFT_ASSIGN(const bool biased, keys.boolean("attention_bias", false));
  if (biased) return keys.unsupported("attention_bias", say("false"), "true");
  LIFT_ASSIGN(config.sliding_window, keys.integer("sliding_window", 0));
  return validated(std::move(config), file);
}

// Mistral Small 3.1 has the same architecture in GGUF, without a scale of its queries.
Result<ModelConfig> from_gguf(const GgufReader& reader) {
  const GgufKeys keys(reader, "mistral3");
  LIFT_ASSIGN(ModelConfig config, read_gguf_config(keys, "ministral3"));
  LIFT_ASSIGN(config.rope.query_beta, keys.number("attention.temperature_scale", 0.0));
  if (config.rope.query_beta == 0) config.family = "mistral";
  else {
    LIFT_ASSIGN(config.rope.original_max_position_embeddings,
                keys.integer("rope.scaling.original_context_length", config.max_positions));
  }
  return validated(std::move(config), keys.file());
}

void to_json(const ModelConfig& config, Json& json) {
  Json rope = json["rope_scaling"].is_null() ? Json{{"rope_type", "default"}} : json["rope_scaling"];
  rope["rope_theta"] = config.rope.base;
  rope["llama_4_scaling_beta"] = config.rope.query_beta;
  rope["original_max_position_embeddings"] = config.rope.original_max_position_embeddings;
  json.erase("rope_scaling");
  json.erase("rope_theta");
  json["rope_parameters"] = std::move(rope);
  json["sliding_window"] = config.sliding_window ? Json(config.sliding_window) : Json(nullptr);
}

void to_gguf(const ModelConfig& config, GgufOwnKeys& keys) {
  keys["attention.temperature_scale"] = static_cast<float>(config.rope.query_beta);
  keys["rope.scaling.original_context_length"] =
      static_cast<std::uint32_t>(config.rope.original_max_position_embeddings);
}

}   // namespace

Architecture ministral3_architecture() {
  return {.family = "ministral3",
          .gguf_name = "mistral3",
          .hf_class = "Ministral3ForCausalLM",
          .from_json = from_json,
          .from_gguf = from_gguf,
          .to_json = to_json,
          .to_gguf = to_gguf,
          .gguf_rotary_pairs = true};
}

}   // namespace lift
