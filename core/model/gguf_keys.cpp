#include "core/model/gguf_keys.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/io/quote_name.h"
#include "core/model/rope_table.h"

namespace lift {

namespace {

// Behind "ARCH.": read by architecture_*.cpp, or what they read says the same.
constexpr std::array<std::string_view, 19> kUsed{
    "context_length",         "embedding_length",       "block_count",
    "feed_forward_length",    "attention.head_count",   "attention.head_count_kv",
    "attention.key_length",   "attention.value_length", "attention.layer_norm_rms_epsilon",
    "rope.freq_base",         "rope.dimension_count",   "rope.scaling.type",
    "rope.scaling.factor",    "rope.scale_linear",      "rope.scaling.original_context_length",
    "rope.scaling.finetuned", "expert_count",           "expert_used_count",
    "tensor_data_layout"};

struct FamilyKey {
  std::string_view architecture, key;
};
constexpr std::array kUsedByFamily{FamilyKey{"llama", "attention.sliding_window"},
                                   FamilyKey{"olmo2", "attention.sliding_window"},
                                   FamilyKey{"olmo2", "attention.sliding_window_pattern"},
                                   FamilyKey{"olmo2", "rope.freq_base_swa"},
                                   FamilyKey{"mistral3", "attention.temperature_scale"},
                                   FamilyKey{"phi3", "attention.sliding_window"},
                                   FamilyKey{"gemma2", "attention.sliding_window"},
                                   FamilyKey{"gemma2", "attention.sliding_window_pattern"},
                                   FamilyKey{"gemma2", "attn_logit_softcapping"},
                                   FamilyKey{"gemma2", "final_logit_softcapping"},
                                   FamilyKey{"gemma3", "attn_logit_softcapping"},
                                   FamilyKey{"gemma3", "final_logit_softcapping"},
                                   FamilyKey{"gemma3", "attention.sliding_window"},
                                   FamilyKey{"gemma3", "attention.sliding_window_pattern"},
                                   FamilyKey{"gemma3", "rope.freq_base_swa"},
                                   FamilyKey{"qwen35", "ssm.group_count"},
                                   FamilyKey{"qwen35", "ssm.time_step_rank"},
                                   FamilyKey{"qwen35", "ssm.state_size"},
                                   FamilyKey{"qwen35", "ssm.inner_size"},
                                   FamilyKey{"qwen35", "ssm.conv_kernel"},
                                   FamilyKey{"qwen35", "full_attention_interval"},
                                   FamilyKey{"qwen35", "attention.recurrent_layers"},
                                   FamilyKey{"qwen35", "rope.dimension_sections"},
                                   FamilyKey{"qwen35", "nextn_predict_layers"},
                                   FamilyKey{"granite", "attention.scale"},
                                   FamilyKey{"granite", "residual_scale"},
                                   FamilyKey{"granite", "embedding_scale"},
                                   FamilyKey{"granite", "logit_scale"}};

constexpr std::array<std::string_view, 20> kTokenizer{"model",
                                                      "pre",
                                                      "tokens",
                                                      "scores",
                                                      "token_type",
                                                      "token_type_count",
                                                      "merges",
                                                      "bos_token_id",
                                                      "eos_token_id",
                                                      "eot_token_id",
                                                      "eom_token_id",
                                                      "unknown_token_id",
                                                      "padding_token_id",
                                                      "seperator_token_id",
                                                      "add_bos_token",
                                                      "add_eos_token",
                                                      "add_sep_token",
                                                      "add_space_prefix",
                                                      "remove_extra_whitespaces",
                                                      "precompiled_charsmap"};

struct NeutralKey {
  std::string_view key;
  double neutral, other_neutral;
};
// Behind "ARCH.", with the values at which the arithmetic here is the model's.
constexpr std::array kNeutral{
    NeutralKey{"attention.sliding_window", 0, 0},
    NeutralKey{"attention.sliding_window_pattern", 0, 1},
    NeutralKey{"logit_scale", 0, 1},
    NeutralKey{"residual_scale", 0, 1},
    NeutralKey{"embedding_scale", 0, 1},
    NeutralKey{"attention.scale", 0, 0},
    NeutralKey{"attention.output_scale", 0, 1},
    NeutralKey{"attention.value_scale", 0, 1},
    NeutralKey{"attention.clamp_kqv", 0, 0},
    NeutralKey{"attention.max_alibi_bias", 0, 0},
    NeutralKey{"attention.causal", 1, 1},
    NeutralKey{"attention.temperature_scale", 0, 0},
    NeutralKey{"attention.temperature_length", 0, 0},
    NeutralKey{"attention.shared_kv_layers", 0, 0},
    NeutralKey{"attn_logit_softcapping", 0, 0},
    NeutralKey{"final_logit_softcapping", 0, 0},
    NeutralKey{"router_logit_softcapping", 0, 0},
    NeutralKey{"use_parallel_residual", 0, 0},
    NeutralKey{"rope.scaling.attn_factor", 0, 1},
    NeutralKey{"rope.scaling.alpha", 0, 0},
    NeutralKey{"rope.scaling.yarn_log_multiplier", 0, 0},
    NeutralKey{"expert_shared_count", 0, 0},
    NeutralKey{"embedding_length_per_layer_input", 0, 0},
};

// Read where the rope is scaled in a way that has them.
constexpr std::array<std::string_view, 5> kYarn{"rope.scaling.attn_factor", "rope.scaling.yarn_log_multiplier",
                                                "rope.scaling.yarn_attn_factor", "rope.scaling.yarn_beta_fast",
                                                "rope.scaling.yarn_beta_slow"};
constexpr const char *kLong = "rope_factors_long.weight", *kShort = "rope_factors_short.weight";

bool is_in(std::span<const std::string_view> list, std::string_view key) {
  return std::ranges::find(list, key) != list.end();
}

std::optional<double> number_of(const GgufValue& value) {
  if (const auto* number = std::get_if<bool>(&value)) return *number ? 1 : 0;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return static_cast<double>(*number);
  if (const auto* number = std::get_if<std::uint64_t>(&value)) return static_cast<double>(*number);
  if (const auto* number = std::get_if<double>(&value)) return *number;
  return {};
}

std::optional<double> number_at(const GgufReader& reader, const std::string& key) {
  const GgufValue* value = reader.key(key);
  return value ? number_of(*value) : std::nullopt;
}

// 1 / sqrt(head width) is what an absent scale means.
bool is_usual_scale(const GgufReader& reader, const std::string& arch, double scale) {
  const double heads = std::max(1.0, number_at(reader, arch + ".attention.head_count").value_or(1));
  const double width = number_at(reader, arch + ".attention.key_length")
                           .value_or(number_at(reader, arch + ".embedding_length").value_or(0) / heads);
  return width > 0 && std::abs(scale * std::sqrt(width) - 1) < 1e-5;
}

bool used_by_rope(const GgufReader& reader, const std::string& arch, const std::string& key) {
  if (reader.find(kLong)) return key == "rope.scaling.attn_factor";
  const GgufValue* type = reader.key(arch + ".rope.scaling.type");
  const auto* text = type ? std::get_if<std::string>(type) : nullptr;
  return text && *text == "yarn" && is_in(kYarn, key);
}

Status check_own_key(const GgufReader& reader, const std::string& arch, const std::string& name, const GgufValue& value,
                     GgufFindings& findings) {
  const std::string key = name.substr(arch.size() + 1);
  const bool of_family = std::ranges::any_of(
      kUsedByFamily, [&](const FamilyKey& row) { return row.architecture == arch && row.key == key; });
  if (is_in(kUsed, key) || of_family || used_by_rope(reader, arch, key)) return {};
  const auto rule = std::ranges::find(kNeutral, key, &NeutralKey::key);
  if (rule == kNeutral.end()) {
    if (key != "vocab_size") findings.not_used.push_back(say("key {}", quote_name(name)));
    return {};
  }
  const auto number = number_of(value);
  if (number && (*number == rule->neutral || *number == rule->other_neutral)) return {};
  if (number && key == "attention.scale" && is_usual_scale(reader, arch, *number)) return {};
  return make_error(ErrorCode::Unsupported, say("{}, key {}", reader.file()->path().string(), quote_name(name)),
                    say("it is {}, which changes what the model computes and is not computed here",
                        number ? Sentence::verbatim(fmt::format("{}", *number)) : say("no number")),
                    say("Use another model, or the same as a Hugging Face folder"));
}

bool known(const std::string& name) {
  for (const std::string_view prefix : {"general.", "split.", "quantize."})
    if (name.starts_with(prefix)) return true;
  constexpr std::string_view tokenizer = "tokenizer.ggml.";
  if (name.starts_with(tokenizer)) return is_in(kTokenizer, std::string_view(name).substr(tokenizer.size()));
  return name.starts_with("tokenizer.chat_template");   // also of several, by name
}

}   // namespace

Result<GgufFindings> check_gguf_keys(const GgufReader& reader) {
  GgufFindings findings;
  LIFT_ASSIGN(const std::string arch, reader.string_key("general.architecture"));
  for (const auto& [name, value] : reader.keys()) {
    if (known(name)) continue;
    if (name.starts_with(arch + ".")) LIFT_RETURN_IF_ERROR(check_own_key(reader, arch, name, value, findings));
    else findings.not_used.push_back(say("key {}", quote_name(name)));
  }
  for (const std::string& name : reader.nested_keys()) findings.not_used.push_back(say("key {}", quote_name(name)));
  if (reader.files().size() > 1)
    findings.notices.push_back(say("The model is split over {} files, read as one", reader.files().size()));
  return findings;
}

namespace {

Result<double> scaling_factor(const GgufReader& reader, const std::string& arch) {
  for (const char* key : {".rope.scaling.factor", ".rope.scale_linear"})
    if (reader.key(arch + key)) {
      LIFT_ASSIGN(const double factor, reader.number_key(arch + key));
      return factor == 0 ? 1.0 : factor;   // 0 means none, as in llama.cpp
    }
  return 1.0;
}

Result<std::vector<float>> divisors_of(const GgufReader& reader, const char* name, std::int64_t count) {
  const GgufTensor* stored = reader.find(name);
  if (!stored || stored->shape != std::vector<std::int64_t>{count} || stored->type != GgmlType::F32)
    return make_error(ErrorCode::Mismatch, say("{}, tensor {}", reader.file()->path().string(), name),
                      say("expected {} F32 values", count));
  std::vector<float> divisors(static_cast<std::size_t>(count));
  dequantise_rows(*stored, 0, 1, std::span<float>(divisors));
  return divisors;
}

// Where they are those of known llama3 parameters, the parameters are kept: another format can then say them.
Status read_divisors(const GgufReader& reader, std::int64_t head_dim, RopeConfig& rope) {
  if (!reader.find("rope_freqs.weight")) return {};
  LIFT_ASSIGN(rope.frequency_factors, divisors_of(reader, "rope_freqs.weight", rope.rotated_of(head_dim) / 2));
  const bool linear_too = rope.scaling == RopeConfig::Scaling::Linear;
  if (linear_too)
    for (float& divisor : rope.frequency_factors) divisor *= static_cast<float>(rope.factor);
  rope.scaling = RopeConfig::Scaling::Factors;
  if (!linear_too) recognise_llama3(rope, head_dim);
  return {};
}

// The keys of one architecture's rope scaling.
class ScalingKeys {
 public:
  ScalingKeys(const GgufReader& reader, const std::string& arch) : reader_(reader), arch_(arch) {}
  Result<double> number(const char* key, double fallback) const {
    const std::string name = arch_ + ".rope.scaling." + key;
    return reader_.key(name) ? reader_.number_key(name) : Result<double>(fallback);
  }
  Status read_original_length(std::int64_t fallback, RopeConfig& rope) const {
    const std::string name = arch_ + ".rope.scaling.original_context_length";
    rope.original_max_position_embeddings = fallback;
    if (reader_.key(name)) {
      LIFT_ASSIGN(rope.original_max_position_embeddings, reader_.integer_key(name));
    }
    if (rope.original_max_position_embeddings >= 1) return {};
    return make_error(ErrorCode::Malformed, reader_.file()->path().string(),
                      say("expected {} to be 1 or more, found {}", name, rope.original_max_position_embeddings));
  }

 private:
  const GgufReader& reader_;
  const std::string& arch_;
};

Status read_longrope(const GgufReader& reader, const ScalingKeys& keys, ModelConfig& config) {
  RopeConfig& rope = config.rope;
  const std::int64_t pairs = rope.rotated_of(config.head_dim) / 2;
  rope.scaling = RopeConfig::Scaling::LongRope;
  LIFT_ASSIGN(rope.frequency_factors, divisors_of(reader, kShort, pairs));
  LIFT_ASSIGN(rope.long_factors, divisors_of(reader, kLong, pairs));
  LIFT_RETURN_IF_ERROR(keys.read_original_length(config.max_positions, rope));
  const auto original = static_cast<double>(rope.original_max_position_embeddings);
  LIFT_ASSIGN(rope.attention_factor,
              keys.number("attn_factor",
                          longrope_attention_factor(static_cast<double>(config.max_positions) / original, original)));
  return {};
}

Status read_yarn(const ScalingKeys& keys, double factor, ModelConfig& config) {
  RopeConfig& rope = config.rope;
  rope.scaling = RopeConfig::Scaling::Yarn;
  rope.factor = factor;
  LIFT_RETURN_IF_ERROR(keys.read_original_length(config.max_positions, rope));
  LIFT_ASSIGN(rope.beta_fast, keys.number("yarn_beta_fast", 32));
  LIFT_ASSIGN(rope.beta_slow, keys.number("yarn_beta_slow", 1));
  LIFT_ASSIGN(const double of_all, keys.number("yarn_log_multiplier", 0));
  LIFT_ASSIGN(const double more, keys.number("attn_factor", 1));
  const auto lengthened = [&](double by) { return factor <= 1 ? 1 : 0.1 * by * std::log(factor) + 1; };
  LIFT_ASSIGN(rope.attention_factor,
              keys.number("yarn_attn_factor", more * lengthened(1) / (of_all != 0 ? lengthened(of_all) : 1)));
  return {};
}

}   // namespace

Status read_gguf_rope_scaling(const GgufReader& reader, const std::string& arch, ModelConfig& config) {
  const ScalingKeys keys(reader, arch);
  std::string type = "linear";
  if (reader.key(arch + ".rope.scaling.type")) {
    LIFT_ASSIGN(type, reader.string_key(arch + ".rope.scaling.type"));
  }
  if (reader.find(kLong) || type == "longrope") return read_longrope(reader, keys, config);
  if (type != "none" && type != "linear" && type != "yarn")
    return make_error(
        ErrorCode::Unsupported, reader.file()->path().string(),
        say("{}.rope.scaling.type is {}; supported is none, linear, yarn or longrope", arch, quote_name(type)));
  LIFT_ASSIGN(const double factor, scaling_factor(reader, arch));
  if (type == "yarn") return read_yarn(keys, factor, config);
  if (type == "linear" && factor != 1) {
    config.rope.scaling = RopeConfig::Scaling::Linear;
    config.rope.factor = factor;
  }
  return read_divisors(reader, config.head_dim, config.rope);
}

}   // namespace lift
