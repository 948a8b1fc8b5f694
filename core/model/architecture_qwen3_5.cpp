// Qwen3.5, Qwen3.6 and on, dense: the text part. Three layers of four have a gated delta net in place of attention; the
// others are Qwen3's with a gate of what each head attends to, of which a quarter turns. Norms multiply by 1 + weight,
// but that inside the delta net. Multimodal rope is the plain one where there is only text.
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/model/architecture.h"
#include "core/model/family_json.h"
#include "core/model/family_reading.h"

namespace lift {

namespace {

using Json = nlohmann::json;

constexpr const char *kDelta = "linear_attention", *kAttention = "full_attention";

Result<std::vector<std::uint8_t>> read_delta_layers(const JsonKeys& keys, std::int64_t layers) {
  LIFT_ASSIGN(const std::vector<std::string> types, keys.texts("layer_types"));
  std::vector<std::uint8_t> delta;
  for (const std::string& type : types) {
    if (type != kDelta && type != kAttention)
      return keys.unsupported("layer_types", say("\"{}\" and \"{}\"", kDelta, kAttention), "\"" + type + "\"");
    delta.push_back(type == kDelta ? 1 : 0);
  }
  if (types.empty()) {
    LIFT_ASSIGN(const std::int64_t interval, keys.integer("full_attention_interval", 4));
    if (interval < 1)
      return keys.wrong("full_attention_interval", say("1 or more"), keys.find("full_attention_interval"));
    for (const bool other : all_but_every(interval, layers)) delta.push_back(other ? 1 : 0);
  }
  if (std::ssize(delta) != layers)
    return keys.wrong("layer_types", say("one word for each of {} layers", layers), keys.find("layer_types"));
  return delta;
}

// llama.cpp's qwen35 takes the second norm for one behind the attention.
void name_as_gguf(LayerPlan& plan) {
  for (LayerTensor& tensor : plan.tensors)
    if (tensor.role == LayerRole(LayerVector::FeedForwardNorm)) tensor.gguf = "post_attention_norm.weight";
}

Result<ModelConfig> from_json(const Json& json, const std::string& file) {
  const JsonKeys keys(json, file);
  LIFT_ASSIGN(ModelConfig config, read_json_config(keys, {.family = "qwen3_5_text",
                                                          .kv_head_count = 4,
                                                          .head_dim = 256,
                                                          .max_positions = 32768,
                                                          .partial_rotation = 0.25}));
  LIFT_ASSIGN(const bool biased, keys.boolean("attention_bias", false));
  if (biased) return keys.unsupported("attention_bias", Sentence::verbatim("false"), "true");
  LIFT_ASSIGN(const bool gated, keys.boolean("attn_output_gate", true));
  if (!gated) return keys.unsupported("attn_output_gate", Sentence::verbatim("true"), "false");
  LIFT_ASSIGN(config.delta_layers, read_delta_layers(keys, config.layer_count));
  DeltaNetConfig& delta = config.delta;
  LIFT_ASSIGN(delta.key_heads, keys.integer("linear_num_key_heads", 16));
  LIFT_ASSIGN(delta.value_heads, keys.integer("linear_num_value_heads", 32));
  LIFT_ASSIGN(delta.key_width, keys.integer("linear_key_head_dim", 128));
  LIFT_ASSIGN(delta.value_width, keys.integer("linear_value_head_dim", 128));
  LIFT_ASSIGN(delta.taps, keys.integer("linear_conv_kernel_dim", 4));
  set_output_gate(config.layer);
  add_head_norms(config.layer, Extent::Head, Extent::Head);
  add_delta_net(config.layer);
  name_as_gguf(config.layer);
  config.layer.norms_add_one = true;
  return validated(std::move(config), file);
}

// All but every fourth, or a list of flags.
Result<std::vector<std::uint8_t>> gguf_delta_layers(const GgufKeys& keys, std::int64_t layers) {
  constexpr const char *kInterval = "full_attention_interval", *kList = "attention.recurrent_layers";
  std::vector<std::uint8_t> delta;
  const GgufValue* listed = keys.reader().key(keys.name(kList));
  if (const auto* flags = listed ? std::get_if<std::vector<bool>>(listed) : nullptr) {
    delta.assign(flags->begin(), flags->end());
  } else {
    LIFT_ASSIGN(const std::int64_t interval, keys.integer(kInterval, 4));
    if (interval >= 1)
      for (const bool other : all_but_every(interval, layers)) delta.push_back(other ? 1 : 0);
  }
  if (std::ssize(delta) < layers)
    return make_error(ErrorCode::Malformed, keys.file(),
                      say("expected {} or {} to tell of {} layers which have no attention", keys.name(kInterval),
                          keys.name(kList), layers));
  delta.resize(static_cast<std::size_t>(layers));   // the list goes on for layers that predict further tokens
  return delta;
}

Result<ModelConfig> from_gguf(const GgufReader& reader) {
  const GgufKeys keys(reader, "qwen35");
  LIFT_ASSIGN(ModelConfig config, read_gguf_config(keys, "qwen3_5_text", true));
  LIFT_ASSIGN(const std::int64_t further, keys.integer("nextn_predict_layers", 0));
  if (further < 0 || further >= config.layer_count)
    return make_error(ErrorCode::Malformed, keys.file(),
                      say("expected {} of {} blocks to be fewer than all, found {}", keys.name("nextn_predict_layers"),
                          config.layer_count, further));
  config.layer_count -= further;
  LIFT_ASSIGN(config.delta_layers, gguf_delta_layers(keys, config.layer_count));
  DeltaNetConfig& delta = config.delta;
  LIFT_ASSIGN(delta.key_heads, keys.integer("ssm.group_count"));
  LIFT_ASSIGN(delta.value_heads, keys.integer("ssm.time_step_rank"));
  LIFT_ASSIGN(delta.key_width, keys.integer("ssm.state_size"));
  LIFT_ASSIGN(const std::int64_t values, keys.integer("ssm.inner_size"));
  LIFT_ASSIGN(delta.taps, keys.integer("ssm.conv_kernel"));
  if (delta.value_heads < 1 || values % delta.value_heads != 0)
    return make_error(ErrorCode::Malformed, keys.file(),
                      say("expected {} to be a multiple of {}, found {} and {}", keys.name("ssm.inner_size"),
                          keys.name("ssm.time_step_rank"), values, delta.value_heads));
  delta.value_width = values / delta.value_heads;
  set_output_gate(config.layer);
  add_head_norms(config.layer, Extent::Head, Extent::Head);
  add_delta_net(config.layer);
  name_as_gguf(config.layer);
  config.layer.norms_add_one = true;
  return validated(std::move(config), keys.file());
}

std::uint32_t count(std::int64_t value) { return static_cast<std::uint32_t>(value); }

void to_gguf(const ModelConfig& config, GgufOwnKeys& keys) {
  keys["ssm.group_count"] = count(config.delta.key_heads);
  keys["ssm.time_step_rank"] = count(config.delta.value_heads);
  keys["ssm.state_size"] = count(config.delta.key_width);
  // llama.cpp has one width for keys and values: others are found by reading the file back.
  keys["ssm.inner_size"] = count(config.delta.value_heads * config.delta.key_width);
  keys["ssm.conv_kernel"] = count(config.delta.taps);
  std::vector<bool> recurrent;
  for (std::int64_t layer = 0; layer < config.layer_count; ++layer) recurrent.push_back(config.is_delta(layer));
  std::int64_t interval = 1;
  while (interval < config.layer_count && recurrent[static_cast<std::size_t>(interval - 1)]) ++interval;
  if (recurrent == all_but_every(interval, config.layer_count)) keys["full_attention_interval"] = count(interval);
  else keys["attention.recurrent_layers"] = recurrent;
  // Of text alone all three positions are one: how the pairs are shared among them changes nothing.
  const auto pairs = static_cast<std::int32_t>(config.rope.rotated_of(config.head_dim) / 2);
  const std::int32_t third = (pairs + 2) / 3;
  keys["rope.dimension_sections"] = std::vector<std::int32_t>{third, third, pairs - 2 * third, 0};
}

void to_json(const ModelConfig& config, Json& json) {
  json["layer_types"] = Json::array();
  for (std::int64_t layer = 0; layer < config.layer_count; ++layer)
    json["layer_types"].push_back(config.is_delta(layer) ? kDelta : kAttention);
  json["linear_num_key_heads"] = config.delta.key_heads;
  json["linear_num_value_heads"] = config.delta.value_heads;
  json["linear_key_head_dim"] = config.delta.key_width;
  json["linear_value_head_dim"] = config.delta.value_width;
  json["linear_conv_kernel_dim"] = config.delta.taps;
  json["partial_rotary_factor"] = rotary_share(config.rope, config.head_dim);
  json["attention_bias"] = false;
}

}   // namespace

Architecture qwen3_5_architecture() {
  return {.family = "qwen3_5_text",
          .gguf_name = "qwen35",
          .hf_class = "Qwen3_5ForCausalLM",
          .from_json = from_json,
          .from_gguf = from_gguf,
          .to_json = to_json,
          .to_gguf = to_gguf};
}

}   // namespace lift
