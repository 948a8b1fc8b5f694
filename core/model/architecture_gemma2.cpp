// Gemma 2. Gemma's layer (gemma_layer.h) with soft caps of scores and logits; every second layer sees all, the others a
// window, by the same angles.
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/model/architecture.h"
#include "core/model/gemma_layer.h"

namespace lift {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t kPattern = 2, kDefaultWindow = 4096, kLayersOf27B = 46;
constexpr GemmaCaps kUsualCaps{.scores = 50, .logits = 30};

Result<ModelConfig> from_json(const Json& json, const std::string& file) {
  const JsonKeys keys(json, file);
  LIFT_ASSIGN(ModelConfig config, read_json_config(keys, {.family = "gemma2",
                                                          .kv_head_count = 4,
                                                          .head_dim = 256,
                                                          .max_positions = 8192,
                                                          .tied_head = true,
                                                          .activation_key = "hidden_activation",
                                                          .activation = "gelu_pytorch_tanh"}));
  LIFT_ASSIGN(const bool biased, keys.boolean("attention_bias", false));
  if (biased) add_attention_biases(config.layer, true);
  set_gemma_layer(config);
  LIFT_RETURN_IF_ERROR(read_gemma_scores(keys, kUsualCaps, config));
  LIFT_ASSIGN(const std::int64_t window,
              keys.integer("sliding_window", keys.has("sliding_window") ? 0 : kDefaultWindow));
  if (window < 0) return keys.wrong("sliding_window", say("0 (none) or more"), keys.find("sliding_window"));
  LIFT_ASSIGN(std::vector<bool> slides, read_sliding_layers(keys, config.layer_count));
  if (slides.empty()) slides = all_but_every(kPattern, config.layer_count);
  set_gemma_kinds(config, window, config.rope, slides);
  return validated(std::move(config), file);
}

// llama.cpp has defaults of window and caps in its code.
Result<ModelConfig> from_gguf(const GgufReader& reader) {
  const GgufKeys keys(reader, "gemma2");
  LIFT_ASSIGN(ModelConfig config, read_gguf_config(keys, "gemma2"));
  LIFT_RETURN_IF_ERROR(read_gguf_gemma_scores(keys, kLayersOf27B, config));
  if (!reader.key(keys.name("attn_logit_softcapping"))) config.layer.attention_soft_cap = kUsualCaps.scores;
  if (!reader.key(keys.name("final_logit_softcapping"))) config.logit_soft_cap = kUsualCaps.logits;
  set_gemma_layer(config);
  LIFT_ASSIGN(const std::int64_t window, keys.integer("attention.sliding_window", kDefaultWindow));
  LIFT_ASSIGN(const std::vector<bool> slides, read_gguf_sliding_layers(keys, kPattern, config.layer_count));
  set_gemma_kinds(config, window, config.rope, slides);
  return validated(std::move(config), keys.file());
}

}   // namespace

Architecture gemma2_architecture() {
  return {.family = "gemma2",
          .gguf_name = "gemma2",
          .hf_class = "Gemma2ForCausalLM",
          .from_json = from_json,
          .from_gguf = from_gguf,
          .to_json = gemma_to_json,
          .to_gguf = gemma_to_gguf};
}

}   // namespace lift
