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
                                   FamilyKey{"gemma3", "attention.sliding_window"},
                                   FamilyKey{"gemma3", "attention.sliding_window_pattern"},
                                   FamilyKey{"gemma3", "rope.freq_base_swa"},
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

Status check_own_key(const GgufReader& reader, const std::string& arch, const std::string& name, const GgufValue& value,
                     GgufFindings& findings) {
  const std::string key = name.substr(arch.size() + 1);
  const bool of_family = std::ranges::any_of(
      kUsedByFamily, [&](const FamilyKey& row) { return row.architecture == arch && row.key == key; });
  if (is_in(kUsed, key) || of_family) return {};
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

Status read_divisors(const GgufReader& reader, std::int64_t head_dim, RopeConfig& rope) {
  const GgufTensor* divisors = reader.find("rope_freqs.weight");
  if (!divisors) return {};
  if (divisors->shape != std::vector<std::int64_t>{head_dim / 2} || divisors->type != GgmlType::F32)
    return make_error(ErrorCode::Mismatch, say("{}, tensor {}", reader.file()->path().string(), "rope_freqs.weight"),
                      say("expected {} F32 values", head_dim / 2));
  rope.frequency_factors.resize(static_cast<std::size_t>(head_dim / 2));
  dequantise_rows(*divisors, 0, 1, std::span<float>(rope.frequency_factors));
  // Where they are those of known llama3 parameters, the parameters are kept: another format can then say them.
  const bool linear_too = rope.scaling == RopeConfig::Scaling::Linear;
  if (linear_too)
    for (float& divisor : rope.frequency_factors) divisor *= static_cast<float>(rope.factor);
  rope.scaling = RopeConfig::Scaling::Factors;
  if (!linear_too) recognise_llama3(rope, head_dim);
  return {};
}

}   // namespace

Status read_gguf_rope_scaling(const GgufReader& reader, const std::string& arch, std::int64_t head_dim,
                              RopeConfig& rope) {
  std::string type = "linear";
  if (reader.key(arch + ".rope.scaling.type")) {
    LIFT_ASSIGN(type, reader.string_key(arch + ".rope.scaling.type"));
  }
  if (type != "none" && type != "linear")
    return make_error(ErrorCode::Unsupported, reader.file()->path().string(),
                      say("{}.rope.scaling.type is {}; supported is none or linear", arch, quote_name(type)));
  LIFT_ASSIGN(const double factor, scaling_factor(reader, arch));
  if (type == "linear" && factor != 1) {
    rope.scaling = RopeConfig::Scaling::Linear;
    rope.factor = factor;
  }
  return read_divisors(reader, head_dim, rope);
}

}   // namespace lift
