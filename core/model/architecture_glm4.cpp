// GLM-4-0414. Gate and up in one matrix, norms before and behind the blocks, biases of q, k and v, and half of the
// head's channels turn, in neighbouring pairs.
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/model/architecture.h"
#include "core/model/family_json.h"
#include "core/model/family_reading.h"

namespace lift {

namespace {

using Json = nlohmann::json;

void set_layer(LayerPlan& layer, bool biased) {
  if (biased) add_attention_biases(layer, false);
  fuse_gate_up(layer);
  layer.neighbours_turn = true;
  const auto norm_behind = [&](LayerVector role, const char* hf, const char* gguf) {
    layer.tensors.push_back({role, Extent::Hidden, {}, hf, gguf});
  };
  norm_behind(LayerVector::AttentionOutNorm, "post_self_attn_layernorm.weight", "post_attention_norm.weight");
  norm_behind(LayerVector::FeedForwardOutNorm, "post_mlp_layernorm.weight", "post_ffw_norm.weight");
}

Result<ModelConfig> from_json(const Json& json, const std::string& file) {
  const JsonKeys keys(json, file);
  LIFT_ASSIGN(ModelConfig config, read_json_config(keys, {.family = "glm4",
                                                          .kv_head_count = 2,
                                                          .head_dim = 128,
                                                          .max_positions = 131072,
                                                          .rms_norm_eps = 1.5625e-7,
                                                          .partial_rotation = 0.5}));
  LIFT_ASSIGN(const bool biased, keys.boolean("attention_bias", true));
  set_layer(config.layer, biased);
  return validated(std::move(config), file);
}

Result<ModelConfig> from_gguf(const GgufReader& reader) {
  const GgufKeys keys(reader, "glm4");
  LIFT_ASSIGN(ModelConfig config, read_gguf_config(keys, "glm4", true));
  if (reader.key(keys.name("rope.dimension_sections")))
    return make_error(ErrorCode::Unsupported, keys.file(),
                      say("it has {}: a model that sees, whose rows of q and k lie in another order",
                          keys.name("rope.dimension_sections")),
                      say("Use the text model, GLM-4-0414"));
  set_layer(config.layer, keys.has_tensor("blk.0.attn_q.bias"));
  return validated(std::move(config), keys.file());
}

void to_json(const ModelConfig& config, Json& json) {
  json["attention_bias"] = config.layer.find(LayerVector::QBias) != nullptr;
  json["partial_rotary_factor"] = rotary_share(config.rope, config.head_dim);
}

}   // namespace

Architecture glm4_architecture() {
  return {.family = "glm4",
          .gguf_name = "glm4",
          .hf_class = "Glm4ForCausalLM",
          .from_json = from_json,
          .from_gguf = from_gguf,
          .to_json = to_json};
}

}   // namespace lift
