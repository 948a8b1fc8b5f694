// SmolLM3. Llama, but every fourth layer does not rotate (no_rope_layers: 1 rotates, 0 does not).
#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/model/architecture.h"
#include "core/model/family_reading.h"

namespace lift {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t kInterval = 4;

std::vector<bool> every_but(std::int64_t interval, std::int64_t layers) {
  std::vector<bool> rotates;
  for (std::int64_t layer = 0; layer < layers && layers < (1 << 16); ++layer)
    rotates.push_back((layer + 1) % interval != 0);
  return rotates;
}

Result<std::vector<bool>> read_rotating_layers(const JsonKeys& keys, std::int64_t layers) {
  const Json* list = keys.find("no_rope_layers");
  if (!list) {
    LIFT_ASSIGN(const std::int64_t interval, keys.integer("no_rope_layer_interval", kInterval));
    if (interval < 1)
      return keys.wrong("no_rope_layer_interval", say("1 or more"), keys.find("no_rope_layer_interval"));
    return every_but(interval, layers);
  }
  std::vector<bool> rotates;
  if (list->is_array())
    for (const Json& item : *list)
      if (item.is_number_integer() && (item == 0 || item == 1)) rotates.push_back(item == 1);
  if (!list->is_array() || rotates.size() != list->size() || std::ssize(rotates) != layers)
    return keys.wrong("no_rope_layers", say("a list of {} ones (rotates) and zeros", layers), list);
  return rotates;
}

// Kind 1: sees all and does not rotate; 2: a window, rotates; 3: a window, does not rotate.
void set_kinds(ModelConfig& config, std::int64_t window, const std::vector<bool>& rotates,
               const std::vector<bool>& slides) {
  config.other_attention = {{.rope = config.rope, .rotates = false},
                            {.sliding_window = window, .rope = config.rope},
                            {.sliding_window = window, .rope = config.rope, .rotates = false}};
  for (std::size_t layer = 0; layer < rotates.size(); ++layer)
    config.layer_kinds.push_back(
        static_cast<std::uint8_t>((rotates[layer] ? 0 : 1) + (!slides.empty() && slides[layer] ? 2 : 0)));
}

Result<ModelConfig> from_json(const Json& json, const std::string& file) {
  const JsonKeys keys(json, file);
  LIFT_ASSIGN(
      ModelConfig config,
      read_json_config(
          keys,
          {.family = "smollm3", .kv_head_count = 4, .max_positions = 32768, .rope_base = 2e6, .tied_head = true}));
  LIFT_ASSIGN(const bool biased, keys.boolean("attention_bias", false));
  if (biased) add_attention_biases(config.layer, true);
  LIFT_ASSIGN(const std::vector<bool> rotates, read_rotating_layers(keys, config.layer_count));
  LIFT_ASSIGN(std::vector<bool> slides, read_sliding_layers(keys, config.layer_count));
  LIFT_ASSIGN(const bool used, keys.boolean("use_sliding_window", false));
  LIFT_ASSIGN(const std::int64_t window, keys.integer("sliding_window", 0));
  if (used && window > 0 && slides.empty())
    for (const bool rotate : rotates) slides.push_back(!rotate);
  const bool asked = std::find(slides.begin(), slides.end(), true) != slides.end();
  if (asked && window <= 0)
    return keys.wrong("sliding_window", say("1 or more, since layers slide"), keys.find("sliding_window"));
  set_kinds(config, asked ? window : 0, rotates, slides);
  return validated(std::move(config), file);
}

// llama.cpp has the interval in its code.
Result<ModelConfig> from_gguf(const GgufReader& reader) {
  const GgufKeys keys(reader, "smollm3");
  LIFT_ASSIGN(ModelConfig config, read_gguf_config(keys, "smollm3"));
  if (keys.has_tensor("blk.0.attn_q.bias"))
    add_attention_biases(config.layer, keys.has_tensor("blk.0.attn_output.bias"));
  set_kinds(config, 0, every_but(kInterval, config.layer_count), {});
  return validated(std::move(config), keys.file());
}

void to_json(const ModelConfig& config, Json& json) {
  const std::vector<AttentionKind> kinds = config.attention_kinds();
  std::int64_t window = 0;
  json["no_rope_layers"] = Json::array();
  json["layer_types"] = Json::array();
  for (std::int64_t layer = 0; layer < config.layer_count; ++layer) {
    const AttentionKind& kind = kinds[config.attention_kind(layer)];
    json["no_rope_layers"].push_back(kind.rotates ? 1 : 0);
    json["layer_types"].push_back(kind.sliding_window > 0 ? "sliding_attention" : "full_attention");
    window = std::max(window, kind.sliding_window);
  }
  json["use_sliding_window"] = window > 0;
  json["sliding_window"] = window > 0 ? Json(window) : Json(nullptr);
  json["attention_bias"] = config.layer.find(LayerVector::QBias) != nullptr;
  json["mlp_bias"] = false;
}

}   // namespace

Architecture smollm3_architecture() {
  return {.family = "smollm3",
          .gguf_name = "smollm3",
          .hf_class = "SmolLM3ForCausalLM",
          .from_json = from_json,
          .from_gguf = from_gguf,
          .to_json = to_json,
          .gguf_rotary_pairs = true};
}

}   // namespace lift
