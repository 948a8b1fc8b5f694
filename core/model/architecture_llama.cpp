// Llama 1-3, SmolLM2 (model_type llama) and Mistral, which differs by its sliding window and defaults only.
#include <cmath>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/model/architecture.h"
#include "core/model/rope_table.h"

namespace lift {

namespace {

using Json = nlohmann::json;

// Long values are cut: an error is a sentence, not a dump of the file.
std::string shown(const Json& value) {
  std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (text.size() > 60) text = text.substr(0, 57) + "...";
  return text;
}

// Typed look-ups in one JSON object; a key that is absent or null takes the fallback, if there is one.
class Keys {
 public:
  Keys(const Json& object, std::string file, std::string prefix = {})
      : object_(&object), file_(std::move(file)), prefix_(std::move(prefix)) {}

  const Json* find(const char* key) const {
    const auto found = object_->find(key);
    return found == object_->end() || found->is_null() ? nullptr : &*found;
  }
  Result<std::int64_t> integer(const char* key, std::optional<std::int64_t> fallback = {}) const {
    const Json* value = find(key);
    if (!value && fallback) return *fallback;
    constexpr double kLargest = 1e15;   // a double holds it exactly
    if (value && value->is_number_integer() && std::abs(value->get<double>()) < kLargest)
      return value->get<std::int64_t>();
    return wrong(key, say("a whole number"), value);
  }
  Result<double> number(const char* key, std::optional<double> fallback = {}) const {
    const Json* value = find(key);
    if (!value && fallback) return *fallback;
    if (value && value->is_number()) return value->get<double>();
    return wrong(key, say("a number"), value);
  }
  Result<bool> boolean(const char* key, bool fallback) const {
    const Json* value = find(key);
    if (!value) return fallback;
    if (value->is_boolean()) return value->get<bool>();
    return wrong(key, say("true or false"), value);
  }
  Result<std::string> text(const char* key, std::string fallback) const {
    const Json* value = find(key);
    if (!value) return fallback;
    if (value->is_string()) return value->get<std::string>();
    return wrong(key, say("a text"), value);
  }
  Error wrong(const char* key, const Sentence& expected, const Json* value) const {
    return make_error(ErrorCode::Malformed, file_,
                      say("expected {}{} to be {}, found {}", prefix_, key, expected,
                          value ? Sentence::verbatim(shown(*value)) : say("nothing")));
  }
  Error unsupported(const char* key, const Sentence& supported, const std::string& found) const {
    return make_error(ErrorCode::Unsupported, file_,
                      say("{}{} is {}; supported is {}", prefix_, key, found, supported));
  }
  const std::string& file() const { return file_; }

 private:
  const Json* object_;
  std::string file_, prefix_;
};

// Settings that change the arithmetic in a way this program does not have.
Status refuse_unsupported(const Keys& keys) {
  for (const char* key : {"attention_bias", "mlp_bias"}) {
    LIFT_ASSIGN(const bool biased, keys.boolean(key, false));
    if (biased) return keys.unsupported(key, say("false (projections without a bias)"), "true");
  }
  LIFT_ASSIGN(const std::string activation, keys.text("hidden_act", "silu"));
  if (std::string_view(activation) != "silu")
    return keys.unsupported("hidden_act", Sentence::verbatim("\"silu\""), "\"" + activation + "\"");
  LIFT_ASSIGN(const double partial, keys.number("partial_rotary_factor", 1.0));
  if (partial != 1.0)
    return keys.unsupported("partial_rotary_factor", Sentence::verbatim("1"), fmt::format("{}", partial));
  if (const Json* quantised = keys.find("quantization_config"))
    return keys.unsupported("quantization_config",
                            say("a folder with plain fp32, fp16 or bf16 weights, or a GGUF file"), shown(*quantised));
  return {};
}

Status read_scaling(const Keys& keys, RopeConfig& rope) {
  LIFT_ASSIGN(const std::string old_spelling, keys.text("type", "default"));
  LIFT_ASSIGN(const std::string type, keys.text("rope_type", old_spelling));
  if (type == "default") return {};
  if (type != "linear" && type != "llama3")
    return keys.unsupported("rope_type", say("\"default\", \"linear\" or \"llama3\""), "\"" + type + "\"");
  LIFT_ASSIGN(rope.factor, keys.number("factor"));
  rope.scaling = RopeConfig::Scaling::Linear;
  if (type == "linear") return {};
  rope.scaling = RopeConfig::Scaling::Llama3;
  LIFT_ASSIGN(rope.low_freq_factor, keys.number("low_freq_factor"));
  LIFT_ASSIGN(rope.high_freq_factor, keys.number("high_freq_factor"));
  LIFT_ASSIGN(rope.original_max_position_embeddings, keys.integer("original_max_position_embeddings"));
  return {};
}

// transformers 4: rope_theta beside rope_scaling; transformers 5: both inside rope_parameters.
Status read_rope(const Keys& keys, RopeConfig& rope) {
  LIFT_ASSIGN(rope.base, keys.number("rope_theta", 10000.0));
  for (const char* name : {"rope_scaling", "rope_parameters"}) {
    const Json* object = keys.find(name);
    if (!object) continue;
    if (!object->is_object()) return keys.wrong(name, say("an object"), object);
    const Keys inner(*object, keys.file(), std::string(name) + ".");
    LIFT_ASSIGN(rope.base, inner.number("rope_theta", rope.base));
    LIFT_RETURN_IF_ERROR(read_scaling(inner, rope));
  }
  return {};
}

struct Defaults {
  std::optional<std::int64_t> kv_head_count;   // none: as many as heads
  std::int64_t max_positions, sliding_window;
};

Result<ModelConfig> read_json(const Json& json, const std::string& file, std::string_view family,
                              const Defaults& defaults) {
  const Keys keys(json, file);
  LIFT_RETURN_IF_ERROR(refuse_unsupported(keys));
  ModelConfig config;
  config.family = family;
  LIFT_ASSIGN(config.name, keys.text("_name_or_path", ""));
  LIFT_ASSIGN(config.hidden_size, keys.integer("hidden_size"));
  LIFT_ASSIGN(config.intermediate_size, keys.integer("intermediate_size"));
  LIFT_ASSIGN(config.layer_count, keys.integer("num_hidden_layers"));
  LIFT_ASSIGN(config.head_count, keys.integer("num_attention_heads"));
  LIFT_ASSIGN(config.kv_head_count,
              keys.integer("num_key_value_heads", defaults.kv_head_count.value_or(config.head_count)));
  const std::int64_t heads = config.head_count > 0 ? config.head_count : 1;
  LIFT_ASSIGN(config.head_dim, keys.integer("head_dim", config.hidden_size / heads));
  LIFT_ASSIGN(config.vocabulary_size, keys.integer("vocab_size"));
  LIFT_ASSIGN(config.max_positions, keys.integer("max_position_embeddings", defaults.max_positions));
  LIFT_ASSIGN(config.rms_norm_eps, keys.number("rms_norm_eps", 1e-6));
  LIFT_ASSIGN(config.tied_head, keys.boolean("tie_word_embeddings", false));
  // Absent means the family's default, null means none: here the two differ.
  if (defaults.sliding_window && json.find("sliding_window") == json.end()) {
    config.sliding_window = defaults.sliding_window;
  } else if (defaults.sliding_window) {
    LIFT_ASSIGN(config.sliding_window, keys.integer("sliding_window", 0));
  }
  LIFT_RETURN_IF_ERROR(read_rope(keys, config.rope));
  if (Status valid = config.validate(); !valid.ok()) {
    Error error = std::move(valid).error();
    error.subject = Sentence::verbatim(file);
    return error;
  }
  return config;
}

Result<ModelConfig> llama_from_json(const Json& json, const std::string& file) {
  return read_json(json, file, "llama", {.kv_head_count = {}, .max_positions = 2048, .sliding_window = 0});
}

Result<ModelConfig> mistral_from_json(const Json& json, const std::string& file) {
  return read_json(json, file, "mistral", {.kv_head_count = 8, .max_positions = 4096 * 32, .sliding_window = 4096});
}

Result<std::int64_t> optional_integer(const GgufReader& reader, const char* key, std::int64_t fallback) {
  return reader.key(key) ? reader.integer_key(key) : Result<std::int64_t>(fallback);
}

Result<double> optional_number(const GgufReader& reader, const char* key, double fallback) {
  return reader.key(key) ? reader.number_key(key) : Result<double>(fallback);
}

// rope_freqs.weight carries llama3 scaling as divisors. Where they are those of known parameters, the parameters are
// kept: an export to another format can then say them.
Status read_gguf_rope(const GgufReader& reader, ModelConfig& config) {
  RopeConfig& rope = config.rope;
  LIFT_ASSIGN(rope.base, optional_number(reader, "llama.rope.freq_base", 10000.0));
  LIFT_ASSIGN(const std::int64_t rotated, optional_integer(reader, "llama.rope.dimension_count", config.head_dim));
  const std::string file = reader.file()->path().string();
  if (rotated != config.head_dim)
    return make_error(
        ErrorCode::Unsupported, file,
        say("llama.rope.dimension_count is {}; supported is the whole head width, {}", rotated, config.head_dim));
  if (reader.key("llama.rope.scaling.type")) {
    LIFT_ASSIGN(const std::string type, reader.string_key("llama.rope.scaling.type"));
    if (type == "linear") {
      rope.scaling = RopeConfig::Scaling::Linear;
      LIFT_ASSIGN(rope.factor, reader.number_key("llama.rope.scaling.factor"));
    } else if (type != "none") {
      return make_error(ErrorCode::Unsupported, file,
                        say("llama.rope.scaling.type is \"{}\"; supported is none or linear", type));
    }
  }
  const GgufTensor* divisors = reader.find("rope_freqs.weight");
  if (!divisors) return {};
  if (divisors->shape != std::vector<std::int64_t>{config.head_dim / 2} || divisors->type != GgmlType::F32)
    return make_error(ErrorCode::Mismatch, say("{}, tensor {}", file, "rope_freqs.weight"),
                      say("expected {} F32 values", config.head_dim / 2));
  rope.frequency_factors.resize(static_cast<std::size_t>(config.head_dim / 2));
  dequantise_rows(*divisors, 0, 1, std::span<float>(rope.frequency_factors));
  rope.scaling = RopeConfig::Scaling::Factors;
  recognise_llama3(rope, config.head_dim);
  return {};
}

Result<ModelConfig> llama_from_gguf(const GgufReader& reader) {
  ModelConfig config;
  config.family = "llama";
  const std::string file = reader.file()->path().string();
  if (reader.key("general.name")) {
    LIFT_ASSIGN(config.name, reader.string_key("general.name"));
  }
  LIFT_ASSIGN(config.hidden_size, reader.integer_key("llama.embedding_length"));
  LIFT_ASSIGN(config.intermediate_size, reader.integer_key("llama.feed_forward_length"));
  LIFT_ASSIGN(config.layer_count, reader.integer_key("llama.block_count"));
  LIFT_ASSIGN(config.head_count, reader.integer_key("llama.attention.head_count"));
  LIFT_ASSIGN(config.kv_head_count, optional_integer(reader, "llama.attention.head_count_kv", config.head_count));
  const std::int64_t heads = config.head_count > 0 ? config.head_count : 1;
  LIFT_ASSIGN(config.head_dim, optional_integer(reader, "llama.attention.key_length", config.hidden_size / heads));
  LIFT_ASSIGN(const std::int64_t value_dim, optional_integer(reader, "llama.attention.value_length", config.head_dim));
  if (value_dim != config.head_dim)
    return make_error(
        ErrorCode::Unsupported, file,
        say("llama.attention.value_length is {}; supported is the width of the keys, {}", value_dim, config.head_dim));
  LIFT_ASSIGN(const std::int64_t experts, optional_integer(reader, "llama.expert_count", 0));
  if (experts > 0)
    return make_error(ErrorCode::Unsupported, file,
                      say("llama.expert_count is {}; supported are dense models only", experts));
  LIFT_ASSIGN(config.max_positions, optional_integer(reader, "llama.context_length", 2048));
  LIFT_ASSIGN(config.rms_norm_eps, reader.number_key("llama.attention.layer_norm_rms_epsilon"));
  LIFT_ASSIGN(config.sliding_window, optional_integer(reader, "llama.attention.sliding_window", 0));
  const GgufTensor* embedding = reader.find("token_embd.weight");
  if (!embedding || embedding->shape.size() != 2)
    return make_error(ErrorCode::Mismatch, file, say("expected a tensor token_embd.weight of rank 2, found none"));
  config.vocabulary_size = embedding->shape[0];
  config.tied_head = reader.find("output.weight") == nullptr;
  if (config.head_dim > 0 && config.head_dim < (1 << 14)) LIFT_RETURN_IF_ERROR(read_gguf_rope(reader, config));
  if (Status valid = config.validate(); !valid.ok()) {
    Error error = std::move(valid).error();
    error.subject = Sentence::verbatim(file);
    return error;
  }
  return config;
}

}   // namespace

Architecture llama_architecture() {
  return {.family = "llama",
          .gguf_name = "llama",
          .from_json = llama_from_json,
          .from_gguf = llama_from_gguf,
          .gguf_rotary_pairs = true};
}

// A GGUF file of Mistral names the llama architecture.
Architecture mistral_architecture() { return {.family = "mistral", .gguf_name = {}, .from_json = mistral_from_json}; }

}   // namespace lift
