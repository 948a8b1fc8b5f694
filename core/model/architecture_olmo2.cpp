// OLMo 2: norms behind the blocks only, and norms of q and k over all heads as one. OLMo 3: the same, with a window in
// three layers of four, whose angles are never scaled.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/model/architecture.h"
#include "core/model/family_json.h"
#include "core/model/family_reading.h"

namespace lift {

namespace {

using Json = nlohmann::json;

constexpr double kOlmo3Base = 5e5;
constexpr std::int64_t kInterval = 4, kDefaultWindow = 4096;

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

void set_kinds(ModelConfig& config, std::int64_t window, const RopeConfig& local, const std::vector<bool>& slides) {
  config.other_attention = {{.sliding_window = window, .rope = local}};
  for (const bool slide : slides) config.layer_kinds.push_back(slide ? 1 : 0);
}

Result<ModelConfig> olmo3_from_json(const Json& json, const std::string& file) {
  const JsonKeys keys(json, file);
  LIFT_ASSIGN(ModelConfig config,
              read_json_config(keys, {.family = "olmo3", .rms_norm_eps = 1e-5, .rope_base = kOlmo3Base}));
  LIFT_ASSIGN(const bool biased, keys.boolean("attention_bias", false));
  if (biased) add_attention_biases(config.layer, true);
  set_norms(config.layer);
  LIFT_ASSIGN(const double base, keys.number("rope_theta", kOlmo3Base));
  LIFT_ASSIGN(const RopeConfig local, read_rope_of(keys, "sliding_attention", base, config));
  LIFT_ASSIGN(const std::int64_t window,
              keys.integer("sliding_window", keys.has("sliding_window") ? 0 : kDefaultWindow));
  LIFT_ASSIGN(std::vector<bool> slides, read_sliding_layers(keys, config.layer_count));
  if (slides.empty()) slides = all_but_every(kInterval, config.layer_count);
  if (window < 1 && std::ranges::find(slides, true) != slides.end())
    return keys.wrong("sliding_window", say("1 or more, since layers slide"), keys.find("sliding_window"));
  set_kinds(config, window, local, slides);
  return validated(std::move(config), file);
}

// OLMo 3 has the same architecture in GGUF, and says its windows.
Result<ModelConfig> from_gguf(const GgufReader& reader) {
  const GgufKeys keys(reader, "olmo2");
  LIFT_ASSIGN(ModelConfig config, read_gguf_config(keys, "olmo2"));
  set_norms(config.layer);
  LIFT_ASSIGN(const std::int64_t window, keys.integer("attention.sliding_window", 0));
  if (window != 0) {
    config.family = "olmo3";
    RopeConfig local;
    LIFT_ASSIGN(local.base, keys.number("rope.freq_base_swa", config.rope.base));
    LIFT_ASSIGN(const std::vector<bool> slides, read_gguf_sliding_layers(keys, kInterval, config.layer_count));
    set_kinds(config, window, local, slides);
  }
  return validated(std::move(config), keys.file());
}

void to_json(const ModelConfig& config, Json& json) {
  json["attention_bias"] = config.layer.find(LayerVector::QBias) != nullptr;
  json.erase("head_dim");   // not a key of this family
}

void olmo3_to_json(const ModelConfig& config, Json& json) {
  to_json(config, json);
  const AttentionKind& local = config.other_attention.front();
  json["sliding_window"] = local.sliding_window;
  json["layer_types"] = Json::array();
  for (std::int64_t layer = 0; layer < config.layer_count; ++layer)
    json["layer_types"].push_back(config.attention_kind(layer) == 1 ? "sliding_attention" : "full_attention");
  // The flat keys speak of full layers alone: transformers 5 gives the others the family's own base.
  if (local.rope.scaling != RopeConfig::Scaling::None || local.rope.base != kOlmo3Base) nest_rope(config, json);
}

void olmo3_to_gguf(const ModelConfig& config, GgufOwnKeys& keys) {
  set_sliding_keys(config, keys);
  keys["rope.freq_base_swa"] = static_cast<float>(config.other_attention.front().rope.base);
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

// A GGUF file of OLMo 3 names OLMo 2's architecture.
Architecture olmo3_architecture() {
  return {.family = "olmo3",
          .gguf_name = {},
          .hf_class = "Olmo3ForCausalLM",
          .from_json = olmo3_from_json,
          .to_json = olmo3_to_json,
          .to_gguf = olmo3_to_gguf,
          .gguf_family = "olmo2"};
}

}   // namespace lift
