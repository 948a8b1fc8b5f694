#include "core/model/gemma_layer.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/say.h"

namespace lift {

namespace {

using Json = nlohmann::json;

Result<double> read_cap(const JsonKeys& keys, const char* key, double usual) {
  LIFT_ASSIGN(const double cap, keys.number(key, keys.has(key) ? 0.0 : usual));
  if (keys.find(key) && !(cap > 0)) return keys.wrong(key, say("a positive number, or null for none"), keys.find(key));
  return cap;
}

Json cap_json(double cap) { return cap > 0 ? Json(cap) : Json(nullptr); }

}   // namespace

void set_gemma_layer(ModelConfig& config) {
  LayerPlan& layer = config.layer;
  layer.activation = Activation::GeluTanh;
  layer.norms_add_one = true;
  layer.remove(LayerVector::FeedForwardNorm);
  const auto norm = [&](LayerVector role, const char* hf, const char* gguf) {
    layer.tensors.push_back({role, Extent::Hidden, {}, hf, gguf});
  };
  norm(LayerVector::AttentionOutNorm, "post_attention_layernorm.weight", "post_attention_norm.weight");
  norm(LayerVector::FeedForwardNorm, "pre_feedforward_layernorm.weight", "ffn_norm.weight");
  norm(LayerVector::FeedForwardOutNorm, "post_feedforward_layernorm.weight", "post_ffw_norm.weight");
  config.embedding_scale = std::sqrt(static_cast<double>(config.hidden_size));
}

Status read_gemma_scores(const JsonKeys& keys, const GemmaCaps& usual, ModelConfig& config) {
  LIFT_ASSIGN(const bool both_ways, keys.boolean("use_bidirectional_attention", false));
  if (both_ways) return keys.unsupported("use_bidirectional_attention", say("false"), "true");
  LIFT_ASSIGN(config.layer.attention_soft_cap, read_cap(keys, "attn_logit_softcapping", usual.scores));
  LIFT_ASSIGN(config.logit_soft_cap, read_cap(keys, "final_logit_softcapping", usual.logits));
  LIFT_ASSIGN(const double scalar, keys.number("query_pre_attn_scalar", 256.0));
  if (!(scalar > 0))
    return keys.wrong("query_pre_attn_scalar", say("a positive number"), keys.find("query_pre_attn_scalar"));
  config.layer.attention_scale = 1 / std::sqrt(scalar);
  return {};
}

Status read_gguf_gemma_scores(const GgufKeys& keys, std::int64_t other_scale_layers, ModelConfig& config) {
  LIFT_ASSIGN(config.layer.attention_soft_cap, keys.number("attn_logit_softcapping", 0.0));
  LIFT_ASSIGN(config.logit_soft_cap, keys.number("final_logit_softcapping", 0.0));
  if (config.layer_count == other_scale_layers && config.head_count > 0)
    config.layer.attention_scale =
        1 / std::sqrt(static_cast<double>(config.hidden_size) / static_cast<double>(config.head_count));
  return {};
}

void set_gemma_kinds(ModelConfig& config, std::int64_t window, const RopeConfig& local,
                     const std::vector<bool>& slides) {
  config.other_attention = {{.sliding_window = window, .rope = local}};
  for (const bool slide : slides) config.layer_kinds.push_back(slide ? 1 : 0);
}

void gemma_to_json(const ModelConfig& config, Json& json) {
  const double scale = config.layer.attention_scale;
  json.erase("hidden_act");
  json["hidden_activation"] = "gelu_pytorch_tanh";
  // A whole number: transformers takes no other.
  json["query_pre_attn_scalar"] = scale > 0 ? std::llround(1 / (scale * scale)) : config.head_dim;
  json["attn_logit_softcapping"] = cap_json(config.layer.attention_soft_cap);
  json["final_logit_softcapping"] = cap_json(config.logit_soft_cap);
  json["sliding_window"] = config.other_attention.front().sliding_window;
  json["attention_bias"] = config.layer.find(LayerVector::QBias) != nullptr;
  json["layer_types"] = Json::array();
  for (std::int64_t layer = 0; layer < config.layer_count; ++layer)
    json["layer_types"].push_back(config.attention_kind(layer) == 1 ? "sliding_attention" : "full_attention");
}

void gemma_to_gguf(const ModelConfig& config, GgufOwnKeys& keys) {
  set_sliding_keys(config, keys);
  if (config.layer.attention_soft_cap > 0)
    keys["attn_logit_softcapping"] = static_cast<float>(config.layer.attention_soft_cap);
  if (config.logit_soft_cap > 0) keys["final_logit_softcapping"] = static_cast<float>(config.logit_soft_cap);
}

}   // namespace lift
