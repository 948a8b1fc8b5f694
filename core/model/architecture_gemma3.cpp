// Gemma 3, text: 270M, 1B, and the text of the larger ones. Norms of 1 + weight before and behind the blocks and on the
// heads of q and k, a GELU gate, scaled embeddings; five layers with a window and a rope of their own, then one that
// sees all.
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/model/architecture.h"
#include "core/model/family_json.h"
#include "core/model/family_reading.h"

namespace lift {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t kPattern = 6, kDefaultWindow = 4096;
constexpr double kGlobalBase = 1e6, kLocalBase = 1e4;

void set_layer(ModelConfig& config) {
  LayerPlan& layer = config.layer;
  layer.activation = Activation::GeluTanh;
  layer.norms_add_one = true;
  layer.remove(LayerVector::FeedForwardNorm);
  add_head_norms(layer, Extent::Head, Extent::Head);
  const auto norm = [&](LayerVector role, const char* hf, const char* gguf) {
    layer.tensors.push_back({role, Extent::Hidden, {}, hf, gguf});
  };
  norm(LayerVector::AttentionOutNorm, "post_attention_layernorm.weight", "post_attention_norm.weight");
  norm(LayerVector::FeedForwardNorm, "pre_feedforward_layernorm.weight", "ffn_norm.weight");
  norm(LayerVector::FeedForwardOutNorm, "post_feedforward_layernorm.weight", "post_ffw_norm.weight");
  config.embedding_scale = std::sqrt(static_cast<double>(config.hidden_size));
}

void set_kinds(ModelConfig& config, std::int64_t window, const RopeConfig& local, const std::vector<bool>& slides) {
  config.other_attention = {{.sliding_window = window, .rope = local}};
  for (const bool slide : slides) config.layer_kinds.push_back(slide ? 1 : 0);
}

Status refuse(const JsonKeys& keys) {
  for (const char* key : {"final_logit_softcapping", "attn_logit_softcapping"})
    if (const Json* value = keys.find(key)) return keys.unsupported(key, say("null"), shown_json(*value));
  LIFT_ASSIGN(const bool both_ways, keys.boolean("use_bidirectional_attention", false));
  if (both_ways) return keys.unsupported("use_bidirectional_attention", say("false"), "true");
  return {};
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
  LIFT_RETURN_IF_ERROR(refuse(keys));
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
  LIFT_ASSIGN(const double scalar, keys.number("query_pre_attn_scalar", 256.0));
  if (!(scalar > 0))
    return keys.wrong("query_pre_attn_scalar", say("a positive number"), keys.find("query_pre_attn_scalar"));
  config.layer.attention_scale = 1 / std::sqrt(scalar);
  LIFT_ASSIGN(const double local_base, keys.number("rope_local_base_freq", kLocalBase));
  LIFT_ASSIGN(const RopeConfig local, read_rope_of(keys, "sliding_attention", local_base, config));
  LIFT_ASSIGN(const std::int64_t window,
              keys.integer("sliding_window", keys.has("sliding_window") ? 0 : kDefaultWindow));
  if (window < 0) return keys.wrong("sliding_window", say("0 (none) or more"), keys.find("sliding_window"));
  LIFT_ASSIGN(const std::vector<bool> slides, read_slides(keys, config.layer_count));
  set_kinds(config, window, local, slides);
  return validated(std::move(config), file);
}

Result<ModelConfig> from_gguf(const GgufReader& reader) {
  const GgufKeys keys(reader, "gemma3");
  LIFT_ASSIGN(ModelConfig config, read_gguf_config(keys, "gemma3_text"));
  for (const char* key : {"final_logit_softcapping", "attn_logit_softcapping"}) {
    LIFT_ASSIGN(const double cap, keys.number(key, 0.0));
    if (cap != 0)
      return make_error(ErrorCode::Unsupported, keys.file(), say("{} is {}; supported is none", keys.name(key), cap));
  }
  if (config.layer_count == 62)   // of the 27B model, as llama.cpp has it in its code
    config.layer.attention_scale =
        1 / std::sqrt(static_cast<double>(config.hidden_size) / static_cast<double>(config.head_count));
  set_layer(config);
  RopeConfig local;
  LIFT_ASSIGN(local.base, keys.number("rope.freq_base_swa", kLocalBase));
  LIFT_ASSIGN(const std::int64_t window, keys.integer("attention.sliding_window"));
  LIFT_ASSIGN(const std::vector<bool> slides, read_gguf_sliding_layers(keys, kPattern, config.layer_count));
  set_kinds(config, window, local, slides);
  return validated(std::move(config), keys.file());
}

void to_json(const ModelConfig& config, Json& json) {
  const AttentionKind& local = config.other_attention.front();
  json.erase("hidden_act");
  json["hidden_activation"] = "gelu_pytorch_tanh";
  json["query_pre_attn_scalar"] = config.layer.attention_scale > 0
                                      ? 1 / (config.layer.attention_scale * config.layer.attention_scale)
                                      : static_cast<double>(config.head_dim);
  // A whole number: transformers takes no other.
  json["query_pre_attn_scalar"] = std::llround(json["query_pre_attn_scalar"].get<double>());
  if (local.rope.scaling == RopeConfig::Scaling::None) json["rope_local_base_freq"] = local.rope.base;
  else nest_rope(config, json);   // transformers 5 alone has a spelling of it
  json["sliding_window"] = local.sliding_window;
  json["attention_bias"] = config.layer.find(LayerVector::QBias) != nullptr;
  json["layer_types"] = Json::array();
  for (std::int64_t layer = 0; layer < config.layer_count; ++layer)
    json["layer_types"].push_back(config.attention_kind(layer) == 1 ? "sliding_attention" : "full_attention");
}

}   // namespace

Architecture gemma3_architecture() {
  return {.family = "gemma3_text",
          .gguf_name = "gemma3",
          .hf_class = "Gemma3ForCausalLM",
          .from_json = from_json,
          .from_gguf = from_gguf,
          .to_json = to_json};
}

}   // namespace lift
