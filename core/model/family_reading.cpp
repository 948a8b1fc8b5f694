#include "core/model/family_reading.h"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/model/gguf_keys.h"

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
  LIFT_ASSIGN(const double partial, keys.number("partial_rotary_factor", 1.0));
  if (partial != 1.0)
    return keys.unsupported("partial_rotary_factor", Sentence::verbatim("1"), fmt::format("{}", partial));
  if (const Json* quantised = keys.find("quantization_config"))
    return keys.unsupported("quantization_config",
                            say("a folder with plain fp32, fp16 or bf16 weights, or a GGUF file"),
                            shown_json(*quantised));
  return {};
}

// attention_factor, where it is not given: 0.1 ln(factor) + 1, or the ratio of two of those with the model's scales.
Status read_yarn(const JsonKeys& keys, std::int64_t max_positions, RopeConfig& rope) {
  rope.scaling = RopeConfig::Scaling::Yarn;
  LIFT_ASSIGN(rope.original_max_position_embeddings, keys.integer("original_max_position_embeddings", max_positions));
  const double ratio = static_cast<double>(max_positions) / static_cast<double>(rope.original_max_position_embeddings);
  LIFT_ASSIGN(rope.factor, keys.number("factor", ratio));
  LIFT_ASSIGN(rope.beta_fast, keys.number("beta_fast", 32.0));
  LIFT_ASSIGN(rope.beta_slow, keys.number("beta_slow", 1.0));
  LIFT_ASSIGN(rope.truncate, keys.boolean("truncate", true));
  LIFT_ASSIGN(const double scale, keys.number("mscale", 0.0));
  LIFT_ASSIGN(const double scale_all, keys.number("mscale_all_dim", 0.0));
  const auto lengthened = [&](double by) { return rope.factor <= 1 ? 1 : 0.1 * by * std::log(rope.factor) + 1; };
  const double usual = scale != 0 && scale_all != 0 ? lengthened(scale) / lengthened(scale_all) : lengthened(1);
  LIFT_ASSIGN(rope.attention_factor, keys.number("attention_factor", usual));
  LIFT_ASSIGN(const double of_position, keys.number("llama_4_scaling_beta", 0.0));
  if (of_position != 0)
    return keys.unsupported("llama_4_scaling_beta", Sentence::verbatim("0"), fmt::format("{}", of_position));
  return {};
}

Status read_scaling(const JsonKeys& keys, std::int64_t max_positions, RopeConfig& rope) {
  LIFT_ASSIGN(const std::string old_spelling, keys.text("type", "default"));
  LIFT_ASSIGN(const std::string type, keys.text("rope_type", old_spelling));
  LIFT_ASSIGN(const double partial, keys.number("partial_rotary_factor", 1.0));
  if (partial != 1.0)
    return keys.unsupported("partial_rotary_factor", Sentence::verbatim("1"), fmt::format("{}", partial));
  // Dynamic scaling begins beyond the longest position that the configuration names.
  if (type == "default" || type == "dynamic") return {};
  if (type == "yarn") return read_yarn(keys, max_positions, rope);
  if (type != "linear" && type != "llama3")
    return keys.unsupported("rope_type", say("\"default\", \"dynamic\", \"linear\", \"llama3\" or \"yarn\""),
                            "\"" + type + "\"");
  LIFT_ASSIGN(rope.factor, keys.number("factor"));
  rope.scaling = RopeConfig::Scaling::Linear;
  if (type == "linear") return {};
  rope.scaling = RopeConfig::Scaling::Llama3;
  LIFT_ASSIGN(rope.low_freq_factor, keys.number("low_freq_factor"));
  LIFT_ASSIGN(rope.high_freq_factor, keys.number("high_freq_factor"));
  LIFT_ASSIGN(rope.original_max_position_embeddings, keys.integer("original_max_position_embeddings", max_positions));
  return {};
}

// transformers 4: rope_theta beside rope_scaling; transformers 5: both inside rope_parameters. Where both objects are
// there, rope_scaling counts, as in transformers.
Status read_rope(const JsonKeys& keys, const FamilyDefaults& defaults, std::int64_t max_positions, RopeConfig& rope) {
  LIFT_ASSIGN(rope.base, keys.number("rope_theta", defaults.rope_base));
  for (const char* name : {"rope_scaling", "rope_parameters"}) {
    LIFT_ASSIGN(const std::optional<JsonKeys> inner, keys.object(name));
    if (!inner) continue;
    LIFT_ASSIGN(const std::optional<JsonKeys> full, inner->object("full_attention"));
    if (full) {   // nested by kind of layer
      LIFT_ASSIGN(rope.base, full->number("rope_theta", rope.base));
      return read_scaling(*full, max_positions, rope);
    }
    LIFT_ASSIGN(rope.base, inner->number("rope_theta", rope.base));
    return read_scaling(*inner, max_positions, rope);
  }
  return {};
}

Status read_gguf_rope(const GgufKeys& keys, ModelConfig& config) {
  LIFT_ASSIGN(config.rope.base, keys.number("rope.freq_base", 10000.0));
  LIFT_ASSIGN(const std::int64_t rotated, keys.integer("rope.dimension_count", config.head_dim));
  if (rotated != config.head_dim)
    return make_error(ErrorCode::Unsupported, keys.file(),
                      say("{} is {}; supported is the whole head width, {}", keys.name("rope.dimension_count"), rotated,
                          config.head_dim));
  return read_gguf_rope_scaling(keys.reader(), keys.architecture(), config.head_dim, config.rope);
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
  LIFT_RETURN_IF_ERROR(read_rope(keys, defaults, config.max_positions, config.rope));
  return config;
}

Result<RopeConfig> read_rope_of(const JsonKeys& keys, const char* layer_type, double base, std::int64_t max_positions) {
  RopeConfig rope;
  rope.base = base;
  LIFT_ASSIGN(const std::optional<JsonKeys> all, keys.object("rope_parameters"));
  if (!all) return rope;
  LIFT_ASSIGN(const std::optional<JsonKeys> own, all->object(layer_type));
  if (!own) return rope;
  LIFT_ASSIGN(rope.base, own->number("rope_theta", base));
  LIFT_RETURN_IF_ERROR(read_scaling(*own, max_positions, rope));
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

Result<ModelConfig> read_gguf_config(const GgufKeys& keys, std::string_view family) {
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
  if (config.head_dim > 0 && config.head_dim < (1 << 14)) LIFT_RETURN_IF_ERROR(read_gguf_rope(keys, config));
  return config;
}

Result<ModelConfig> validated(ModelConfig config, const std::string& file) {
  Status valid = config.validate();
  if (valid.ok()) return config;
  Error error = std::move(valid).error();
  error.subject = Sentence::verbatim(file);
  return error;
}

}   // namespace lift
