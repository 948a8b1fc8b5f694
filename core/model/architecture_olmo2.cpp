// OLMo 2. Norms behind the blocks only, and norms of q and k over all heads as one.
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/model/architecture.h"
#include "core/model/family_reading.h"

namespace lift {

namespace {

using Json = nlohmann::json;

void set_norms(LayerPlan& layer) {
  layer.remove(LayerVector::AttentionNorm);
  layer.remove(LayerVector::FeedForwardNorm);
  add_head_norms(layer, Extent::Query, Extent::KeyValue);
  layer.tensors.push_back({LayerVector::AttentionOutNorm,
                           Extent::Hidden,
                           {},
                           "post_attention_layernorm.weight",
                           "post_attention_norm.weight"});
  layer.tensors.push_back({LayerVector::FeedForwardOutNorm,
                           Extent::Hidden,
                           {},
                           "post_feedforward_layernorm.weight",
                           "post_ffw_norm.weight"});
}

Result<ModelConfig> from_json(const Json& json, const std::string& file) {
  const JsonKeys keys(json, file);
  LIFT_ASSIGN(ModelConfig config, read_json_config(keys, {.family = "olmo2", .rms_norm_eps = 1e-5}));
  LIFT_ASSIGN(const bool biased, keys.boolean("attention_bias", false));
  if (biased) add_attention_biases(config.layer, true);
  set_norms(config.layer);
  return validated(std::move(config), file);
}

// OLMo 3 has the same architecture in GGUF, and says its windows.
Result<ModelConfig> from_gguf(const GgufReader& reader) {
  const GgufKeys keys(reader, "olmo2");
  LIFT_ASSIGN(ModelConfig config, read_gguf_config(keys, "olmo2"));
  LIFT_ASSIGN(const std::int64_t window, keys.integer("attention.sliding_window", 0));
  if (window != 0)
    return make_error(ErrorCode::Unsupported, keys.file(),
                      say("{} is {}: this is OLMo 3, whose rope differs by layer; supported is OLMo 2",
                          keys.name("attention.sliding_window"), window));
  set_norms(config.layer);
  return validated(std::move(config), keys.file());
}

void to_json(const ModelConfig& config, Json& json) {
  json["attention_bias"] = config.layer.find(LayerVector::QBias) != nullptr;
  json.erase("head_dim");   // not a key of this family
}

}   // namespace

Architecture olmo2_architecture() {
  return {.family = "olmo2",
          .gguf_name = "olmo2",
          .hf_class = "Olmo2ForCausalLM",
          .from_json = from_json,
          .from_gguf = from_gguf,
          .to_json = to_json};
}

}   // namespace lift
