// Gemma 3, text: 270M, 1B, and the text of the larger ones. Gemma's layer (gemma_layer.h) with norms of the heads of q
// and k; five layers with a window and a rope of their own, then one that sees all.
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/model/architecture.h"
#include "core/model/family_json.h"
#include "core/model/gemma_layer.h"

namespace lift {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t kPattern = 6, kDefaultWindow = 4096, kLayersOf27B = 62;
constexpr double kGlobalBase = 1e6, kLocalBase = 1e4;

void set_layer(ModelConfig& config) {
  set_gemma_layer(config);
  add_head_norms(config.layer, Extent::Head, Extent::Head);
}

Result<std::vector<bool>> read_slides(const JsonKeys& keys, std::int64_t layers) {
  LIFT_ASSIGN(std::vector<bool> slides, read_sliding_layers(keys, layers));
  if (!slides.empty()) return slides;
  LIFT_ASSIGN(const std::int64_t kept, keys.integer("_sliding_window_pattern", kPattern));
  LIFT_ASSIGN(const std::int64_t pattern, keys.integer("sliding_window_pattern", kept));
  if (pattern < 1) return keys.wrong("sliding_window_pattern", say("1 or more"), keys.find("sliding_window_pattern"));
  return all_but_every(pattern, layers);
}

Result<ModelConfig> from_json(const Json& json, const std::string& file) {
  const JsonKeys keys(json, file);
  LIFT_ASSIGN(ModelConfig config, read_json_config(keys, {.family = "gemma3_text",
                                                          .kv_head_count = 4,
                                                          .head_dim = 256,
                                                          .max_positions = 131072,
                                                          .rope_base = kGlobalBase,
                                                          .tied_head = true,
                                                          .activation_key = "hidden_activation",
                                                          .activation = "gelu_pytorch_tanh"}));
  LIFT_ASSIGN(const bool biased, keys.boolean("attention_bias", false));
  if (biased) add_attention_biases(config.layer, true);
  set_layer(config);
  LIFT_RETURN_IF_ERROR(read_gemma_scores(keys, {}, config));
  LIFT_ASSIGN(const double local_base, keys.number("rope_local_base_freq", kLocalBase));
  LIFT_ASSIGN(const RopeConfig local, read_rope_of(keys, "sliding_attention", local_base, config));
  LIFT_ASSIGN(const std::int64_t window,
              keys.integer("sliding_window", keys.has("sliding_window") ? 0 : kDefaultWindow));
  if (window < 0) return keys.wrong("sliding_window", say("0 (none) or more"), keys.find("sliding_window"));
  LIFT_ASSIGN(const std::vector<bool> slides, read_slides(keys, config.layer_count));
  set_gemma_kinds(config, window, local, slides);
  return validated(std::move(config), file);
}

Result<ModelConfig> from_gguf(const GgufReader& reader) {
  const GgufKeys keys(reader, "gemma3");
  LIFT_ASSIGN(ModelConfig config, read_gguf_config(keys, "gemma3_text"));
  LIFT_RETURN_IF_ERROR(read_gguf_gemma_scores(keys, kLayersOf27B, config));
  set_layer(config);
  RopeConfig local;
  LIFT_ASSIGN(local.base, keys.number("rope.freq_base_swa", kLocalBase));
  LIFT_ASSIGN(const std::int64_t window, keys.integer("attention.sliding_window"));
  LIFT_ASSIGN(const std::vector<bool> slides, read_gguf_sliding_layers(keys, kPattern, config.layer_count));
  set_gemma_kinds(config, window, local, slides);
  return validated(std::move(config), keys.file());
}

void to_json(const ModelConfig& config, Json& json) {
  gemma_to_json(config, json);
  const RopeConfig& local = config.other_attention.front().rope;
  if (local.scaling == RopeConfig::Scaling::None) json["rope_local_base_freq"] = local.base;
  else nest_rope(config, json);   // transformers 5 alone has a spelling of it
}

void to_gguf(const ModelConfig& config, GgufOwnKeys& keys) {
  gemma_to_gguf(config, keys);
  keys["rope.freq_base_swa"] = static_cast<float>(config.other_attention.front().rope.base);
}

}   // namespace

Architecture gemma3_architecture() {
  return {.family = "gemma3_text",
          .gguf_name = "gemma3",
          .hf_class = "Gemma3ForCausalLM",
          .from_json = from_json,
          .from_gguf = from_gguf,
          .to_json = to_json,
          .to_gguf = to_gguf};
}

}   // namespace lift
