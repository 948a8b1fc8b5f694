#include "core/model/family_reading.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/model/gguf_keys.h"
#include "core/model/rope_table.h"

namespace lift {

namespace {

using Json = nlohmann::json;

// Settings that change the arithmetic in a way this program does not have.
Status refuse_unsupported(const JsonKeys& keys, const FamilyDefaults& defaults) {
  LIFT_ASSIGN(const bool biased, keys.boolean("mlp_bias", false));
  if (biased) return keys.unsupported("mlp_bias", say("false (a feed-forward without biases)"), "true");
  LIFT_ASSIGN(const std::string activation, keys.text(defaults.activation_key, std::string(defaults.activation)));
  if (activation != defaults.activation)
    return keys.unsupported(defaults.activation_key, Sentence::verbatim("\"" + std::string(defaults.activation) + "\""),
                            "\"" + activation + "\"");
  if (const Json* quantised = keys.find("quantization_config"))
    return keys.unsupported("quantization_config",
                            say("a folder with plain fp32, fp16 or bf16 weights, or a GGUF file"),
                            shown_json(*quantised));
  return {};
}

// What the reading of a rope needs of the model around it.
struct RopeReading {
  std::int64_t max_positions = 0, head_dim = 0;
  std::optional<double> partial = {};   // the share of channels that turn, of families that can say one

  Status read_rotated(const JsonKeys& keys, RopeConfig& rope) const {
    const bool proportional = rope.scaling == RopeConfig::Scaling::Proportional;
    LIFT_ASSIGN(const double share, keys.number("partial_rotary_factor", proportional ? 1.0 : partial.value_or(1.0)));
    if (share == 1) return {};
    if (!partial && !proportional)
      return keys.unsupported("partial_rotary_factor", Sentence::verbatim("1"), fmt::format("{}", share));
    if (!(share > 0 && share < 1))
      return keys.wrong("partial_rotary_factor", say("a number above 0, at most 1"),
                        keys.find("partial_rotary_factor"));
    // As transformers rounds them: whole channels, or whole pairs.
    const double channels = share * static_cast<double>(std::clamp<std::int64_t>(head_dim, 0, 1 << 20));
    rope.rotated =
        proportional ? 2 * static_cast<std::int64_t>(std::floor(channels / 2)) : static_cast<std::int64_t>(channels);
    if (rope.rotated >= 2) return {};
    return keys.wrong("partial_rotary_factor", say("at least one pair of a head's {} channels to turn", head_dim),
                      keys.find("partial_rotary_factor"));
  }
};

Status read_original(const JsonKeys& keys, const RopeReading& reading, RopeConfig& rope) {
  LIFT_ASSIGN(rope.original_max_position_embeddings,
              keys.integer("original_max_position_embeddings", reading.max_positions));
  if (rope.original_max_position_embeddings < 1)
    return keys.wrong("original_max_position_embeddings", say("1 or more"),
                      keys.find("original_max_position_embeddings"));
  return {};
}

double stretch(const RopeReading& reading, const RopeConfig& rope) {
  return static_cast<double>(reading.max_positions) / static_cast<double>(rope.original_max_position_embeddings);
}

// attention_factor, where it is not given: 0.1 ln(factor) + 1, or the ratio of two of those with the model's scales.
Status read_yarn(const JsonKeys& keys, const RopeReading& reading, RopeConfig& rope) {
  rope.scaling = RopeConfig::Scaling::Yarn;
  LIFT_RETURN_IF_ERROR(read_original(keys, reading, rope));
  LIFT_ASSIGN(rope.factor, keys.number("factor", stretch(reading, rope)));
  LIFT_ASSIGN(rope.beta_fast, keys.number("beta_fast", 32.0));
  LIFT_ASSIGN(rope.beta_slow, keys.number("beta_slow", 1.0));
  LIFT_ASSIGN(rope.truncate, keys.boolean("truncate", true));
  LIFT_ASSIGN(const double scale, keys.number("mscale", 0.0));
  LIFT_ASSIGN(const double scale_all, keys.number("mscale_all_dim", 0.0));
  const auto lengthened = [&](double by) { return rope.factor <= 1 ? 1 : 0.1 * by * std::log(rope.factor) + 1; };
  const double usual = scale != 0 && scale_all != 0 ? lengthened(scale) / lengthened(scale_all) : lengthened(1);
  LIFT_ASSIGN(rope.attention_factor, keys.number("attention_factor", usual));
  return {};
}

Result<std::vector<float>> read_divisors(const JsonKeys& keys, const char* key) {
  const Json* list = keys.find(key);
  std::vector<float> divisors;
  if (list && list->is_array())
    for (const Json& item : *list)
      if (item.is_number()) divisors.push_back(static_cast<float>(item.get<double>()));
  if (!list || !list->is_array() || divisors.size() != list->size() || divisors.empty())
    return keys.wrong(key, say("a list of numbers, one for each pair of channels that turns"), list);
  return divisors;
}

// Ding et al. 2024 (LongRoPE).
Status read_longrope(const JsonKeys& keys, const RopeReading& reading, RopeConfig& rope) {
  rope.scaling = RopeConfig::Scaling::LongRope;
  LIFT_ASSIGN(rope.frequency_factors, read_divisors(keys, "short_factor"));
  LIFT_ASSIGN(rope.long_factors, read_divisors(keys, "long_factor"));
  LIFT_RETURN_IF_ERROR(read_original(keys, reading, rope));
  LIFT_ASSIGN(const double factor, keys.number("factor", stretch(reading, rope)));
  LIFT_ASSIGN(rope.attention_factor,
              keys.number("attention_factor", longrope_attention_factor(
                                                  factor, static_cast<double>(rope.original_max_position_embeddings))));
  return {};
}

Status read_type(const JsonKeys& keys, const RopeReading& reading, RopeConfig& rope) {
  LIFT_ASSIGN(const std::string old_spelling, keys.text("type", "default"));
  LIFT_ASSIGN(const std::string type, keys.text("rope_type", old_spelling));
  // Dynamic scaling begins beyond the longest position that the configuration names.
  if (type == "default" || type == "dynamic") return {};
  if (type == "yarn") return read_yarn(keys, reading, rope);
  if (type == "longrope" || type == "su") return read_longrope(keys, reading, rope);
  if (type == "proportional") {
    rope.scaling = RopeConfig::Scaling::Proportional;
    LIFT_ASSIGN(rope.factor, keys.number("factor", 1.0));
    return {};
  }
  if (type != "linear" && type != "llama3")
    return keys.unsupported(
        "rope_type",
        say("\"default\", \"dynamic\", \"linear\", \"llama3\", \"yarn\", \"longrope\" or \"proportional\""),
        "\"" + type + "\"");
  LIFT_ASSIGN(rope.factor, keys.number("factor"));
  rope.scaling = RopeConfig::Scaling::Linear;
  if (type == "linear") return {};
  rope.scaling = RopeConfig::Scaling::Llama3;
  LIFT_ASSIGN(rope.low_freq_factor, keys.number("low_freq_factor"));
  LIFT_ASSIGN(rope.high_freq_factor, keys.number("high_freq_factor"));
  return read_original(keys, reading, rope);
}

Status read_scaling(const JsonKeys& keys, const RopeReading& reading, RopeConfig& rope) {
  LIFT_RETURN_IF_ERROR(read_type(keys, reading, rope));
  return reading.read_rotated(keys, rope);
}

// transformers 4: rope_theta beside rope_scaling; transformers 5: both inside rope_parameters. Where both objects are
// there, rope_scaling counts, as in transformers. So it is with partial_rotary_factor.
Status read_rope(const JsonKeys& keys, const FamilyDefaults& defaults, ModelConfig& config) {
  RopeConfig& rope = config.rope;
  LIFT_ASSIGN(rope.base, keys.number("rope_theta", defaults.rope_base));
  RopeReading reading{config.max_positions, config.head_dim, defaults.partial_rotation};
  LIFT_ASSIGN(const double partial, keys.number("partial_rotary_factor", defaults.partial_rotation.value_or(1.0)));
  if (reading.partial) reading.partial = partial;
  else if (partial != 1)
    return keys.unsupported("partial_rotary_factor", Sentence::verbatim("1"), fmt::format("{}", partial));
  for (const char* name : {"rope_scaling", "rope_parameters"}) {
    LIFT_ASSIGN(const std::optional<JsonKeys> inner, keys.object(name));
    if (!inner) continue;
    LIFT_ASSIGN(const std::optional<JsonKeys> full, inner->object("full_attention"));
    const JsonKeys& own = full ? *full : *inner;   // nested by kind of layer, or not
    LIFT_ASSIGN(rope.base, own.number("rope_theta", rope.base));
    return read_scaling(own, reading, rope);
  }
  return reading.read_rotated(keys, rope);
}

Status read_gguf_rope(const GgufKeys& keys, bool partial_rotation, ModelConfig& config) {
  LIFT_ASSIGN(config.rope.base, keys.number("rope.freq_base", 10000.0));
  LIFT_ASSIGN(const std::int64_t rotated, keys.integer("rope.dimension_count", config.head_dim));
  if (rotated != config.head_dim && !partial_rotation)
    return make_error(ErrorCode::Unsupported, keys.file(),
                      say("{} is {}; supported is the whole head width, {}", keys.name("rope.dimension_count"), rotated,
                          config.head_dim));
  if (rotated < 2 || rotated > config.head_dim || rotated % 2 != 0)
    return make_error(ErrorCode::Malformed, keys.file(),
                      say("expected {} to be an even number up to the head width of {}, found {}",
                          keys.name("rope.dimension_count"), config.head_dim, rotated));
  if (rotated != config.head_dim) config.rope.rotated = rotated;
  return read_gguf_rope_scaling(keys.reader(), keys.architecture(), config);
}

}   // namespace

Result<ModelConfig> read_json_config(const JsonKeys& keys, const FamilyDefaults& defaults) {
  LIFT_RETURN_IF_ERROR(refuse_unsupported(keys, defaults));
  ModelConfig config;
  config.family = defaults.family;
  LIFT_ASSIGN(config.name, keys.text("_name_or_path", ""));
  LIFT_ASSIGN(config.hidden_size, keys.integer("hidden_size"));
  LIFT_ASSIGN(config.intermediate_size, keys.integer("intermediate_size"));
  LIFT_ASSIGN(config.layer_count, keys.integer("num_hidden_layers"));
  LIFT_ASSIGN(config.head_count, keys.integer("num_attention_heads"));
  LIFT_ASSIGN(config.kv_head_count,
              keys.integer("num_key_value_heads", defaults.kv_head_count.value_or(config.head_count)));
  const std::int64_t heads = config.head_count > 0 ? config.head_count : 1;
  LIFT_ASSIGN(config.head_dim, keys.integer("head_dim", defaults.head_dim.value_or(config.hidden_size / heads)));
  LIFT_ASSIGN(config.vocabulary_size, keys.integer("vocab_size"));
  LIFT_ASSIGN(config.max_positions, keys.integer("max_position_embeddings", defaults.max_positions));
  LIFT_ASSIGN(config.rms_norm_eps, keys.number("rms_norm_eps", defaults.rms_norm_eps));
  LIFT_ASSIGN(config.tied_head, keys.boolean("tie_word_embeddings", defaults.tied_head));
  LIFT_RETURN_IF_ERROR(read_rope(keys, defaults, config));
  return config;
}

Result<RopeConfig> read_rope_of(const JsonKeys& keys, const char* layer_type, double base, const ModelConfig& config) {
  RopeConfig rope;
  rope.base = base;
  LIFT_ASSIGN(const std::optional<JsonKeys> all, keys.object("rope_parameters"));
  if (!all) return rope;
  LIFT_ASSIGN(const std::optional<JsonKeys> own, all->object(layer_type));
  if (!own) return rope;
  LIFT_ASSIGN(rope.base, own->number("rope_theta", base));
  LIFT_RETURN_IF_ERROR(read_scaling(*own, {config.max_positions, config.head_dim}, rope));
  return rope;
}

void set_sliding_layers(ModelConfig& config, std::int64_t window, const std::vector<bool>& slides) {
  if (window == 0) return;
  config.other_attention = {{.sliding_window = window, .rope = config.rope}};
  for (const bool slide : slides) config.layer_kinds.push_back(slide ? 1 : 0);
}

Result<std::vector<bool>> read_sliding_layers(const JsonKeys& keys, std::int64_t layer_count) {
  LIFT_ASSIGN(const std::vector<std::string> types, keys.texts("layer_types"));
  std::vector<bool> slides;
  for (const std::string& type : types) {
    if (type != "full_attention" && type != "sliding_attention")
      return keys.unsupported("layer_types", say("\"full_attention\" and \"sliding_attention\""), "\"" + type + "\"");
    slides.push_back(type == "sliding_attention");
  }
  if (!types.empty() && std::ssize(types) != layer_count)
    return make_error(
        ErrorCode::Malformed, keys.file(),
        say("expected layer_types to have one word for each of {} layers, found {}", layer_count, types.size()));
  return slides;
}

std::vector<bool> all_but_every(std::int64_t interval, std::int64_t layers) {
  std::vector<bool> slides;
  for (std::int64_t layer = 0; layer < layers && layers < (1 << 16); ++layer)
    slides.push_back((layer + 1) % interval != 0);
  return slides;
}

Result<std::int64_t> GgufKeys::integer(const char* key, std::optional<std::int64_t> fallback) const {
  const std::string whole = name(key);
  if (fallback && !reader_.key(whole)) return *fallback;
  return reader_.integer_key(whole);
}

Result<double> GgufKeys::number(const char* key, std::optional<double> fallback) const {
  const std::string whole = name(key);
  if (fallback && !reader_.key(whole)) return *fallback;
  return reader_.number_key(whole);
}

Result<ModelConfig> read_gguf_config(const GgufKeys& keys, std::string_view family, bool partial_rotation) {
  const GgufReader& reader = keys.reader();
  ModelConfig config;
  config.family = family;
  if (reader.key("general.name")) {
    LIFT_ASSIGN(config.name, reader.string_key("general.name"));
  }
  LIFT_ASSIGN(config.hidden_size, keys.integer("embedding_length"));
  LIFT_ASSIGN(config.intermediate_size, keys.integer("feed_forward_length"));
  LIFT_ASSIGN(config.layer_count, keys.integer("block_count"));
  LIFT_ASSIGN(config.head_count, keys.integer("attention.head_count"));
  LIFT_ASSIGN(config.kv_head_count, keys.integer("attention.head_count_kv", config.head_count));
  const std::int64_t heads = config.head_count > 0 ? config.head_count : 1;
  LIFT_ASSIGN(config.head_dim, keys.integer("attention.key_length", config.hidden_size / heads));
  LIFT_ASSIGN(const std::int64_t value_dim, keys.integer("attention.value_length", config.head_dim));
  if (value_dim != config.head_dim)
    return make_error(ErrorCode::Unsupported, keys.file(),
                      say("{} is {}; supported is the width of the keys, {}", keys.name("attention.value_length"),
                          value_dim, config.head_dim));
  LIFT_ASSIGN(const std::int64_t experts, keys.integer("expert_count", 0));
  if (experts > 0)
    return make_error(ErrorCode::Unsupported, keys.file(),
                      say("{} is {}; supported are dense models only", keys.name("expert_count"), experts));
  LIFT_ASSIGN(config.max_positions, keys.integer("context_length", 2048));
  LIFT_ASSIGN(config.rms_norm_eps, keys.number("attention.layer_norm_rms_epsilon"));
  const GgufTensor* embedding = reader.find("token_embd.weight");
  if (!embedding || embedding->shape.size() != 2)
    return make_error(ErrorCode::Mismatch, keys.file(),
                      say("expected a tensor token_embd.weight of rank 2, found none"));
  config.vocabulary_size = embedding->shape[0];
  config.tied_head = reader.find("output.weight") == nullptr;
  if (config.head_dim > 0 && config.head_dim < (1 << 14))
    LIFT_RETURN_IF_ERROR(read_gguf_rope(keys, partial_rotation, config));
  return config;
}

Result<std::vector<bool>> read_gguf_sliding_layers(const GgufKeys& keys, std::int64_t interval, std::int64_t layers) {
  const char* key = "attention.sliding_window_pattern";
  const GgufValue* value = keys.reader().key(keys.name(key));
  if (value && !std::holds_alternative<std::vector<bool>>(*value)) {
    LIFT_ASSIGN(interval, keys.integer(key));
  }
  std::vector<bool> slides;
  if (const auto* list = value ? std::get_if<std::vector<bool>>(value) : nullptr) slides = *list;
  else if (interval >= 1) slides = all_but_every(interval, layers);
  if (std::ssize(slides) == layers) return slides;
  return make_error(
      ErrorCode::Malformed, keys.file(),
      say("expected {} to be an interval of 1 or more, or a list of one truth value for each of {} layers",
          keys.name(key), layers));
}

Result<ModelConfig> validated(ModelConfig config, const std::string& file) {
  Status valid = config.validate();
  if (valid.ok()) return config;
  Error error = std::move(valid).error();
  error.subject = Sentence::verbatim(file);
  return error;
}

}   // namespace lift
