#include "core/model/config_keys.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>

#include "core/base/say.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"
#include "core/model/architecture.h"

namespace lift {

namespace {

using Json = nlohmann::json;

// Read by family_reading.cpp for all families.
constexpr std::array<std::string_view, 20> kUsed{"model_type",
                                                 "_name_or_path",
                                                 "hidden_size",
                                                 "intermediate_size",
                                                 "num_hidden_layers",
                                                 "num_attention_heads",
                                                 "num_key_value_heads",
                                                 "head_dim",
                                                 "vocab_size",
                                                 "max_position_embeddings",
                                                 "rms_norm_eps",
                                                 "tie_word_embeddings",
                                                 "rope_theta",
                                                 "rope_scaling",
                                                 "rope_parameters",
                                                 "hidden_act",
                                                 "attention_bias",
                                                 "mlp_bias",
                                                 "partial_rotary_factor",
                                                 "quantization_config"};

struct FamilyKeys {
  std::string_view family, key;
};
constexpr std::array kUsedByFamily{FamilyKeys{"mistral", "sliding_window"},
                                   FamilyKeys{"qwen2", "sliding_window"},
                                   FamilyKeys{"qwen2", "use_sliding_window"},
                                   FamilyKeys{"qwen2", "max_window_layers"},
                                   FamilyKeys{"qwen2", "layer_types"},
                                   FamilyKeys{"qwen3", "sliding_window"},
                                   FamilyKeys{"qwen3", "use_sliding_window"},
                                   FamilyKeys{"qwen3", "max_window_layers"},
                                   FamilyKeys{"qwen3", "layer_types"},
                                   FamilyKeys{"qwen3_5_text", "layer_types"},
                                   FamilyKeys{"qwen3_5_text", "full_attention_interval"},
                                   FamilyKeys{"qwen3_5_text", "attn_output_gate"},
                                   FamilyKeys{"qwen3_5_text", "linear_num_key_heads"},
                                   FamilyKeys{"qwen3_5_text", "linear_num_value_heads"},
                                   FamilyKeys{"qwen3_5_text", "linear_key_head_dim"},
                                   FamilyKeys{"qwen3_5_text", "linear_value_head_dim"},
                                   FamilyKeys{"qwen3_5_text", "linear_conv_kernel_dim"},
                                   FamilyKeys{"ministral3", "sliding_window"},
                                   FamilyKeys{"olmo3", "sliding_window"},
                                   FamilyKeys{"olmo3", "layer_types"},
                                   FamilyKeys{"phi3", "sliding_window"},
                                   FamilyKeys{"phi3", "original_max_position_embeddings"},
                                   FamilyKeys{"granite", "attention_multiplier"},
                                   FamilyKeys{"granite", "residual_multiplier"},
                                   FamilyKeys{"granite", "embedding_multiplier"},
                                   FamilyKeys{"granite", "logits_scaling"},
                                   FamilyKeys{"smollm3", "no_rope_layers"},
                                   FamilyKeys{"smollm3", "no_rope_layer_interval"},
                                   FamilyKeys{"smollm3", "layer_types"},
                                   FamilyKeys{"smollm3", "use_sliding_window"},
                                   FamilyKeys{"smollm3", "sliding_window"},
                                   FamilyKeys{"gemma", "hidden_activation"},
                                   FamilyKeys{"gemma2", "hidden_activation"},
                                   FamilyKeys{"gemma2", "query_pre_attn_scalar"},
                                   FamilyKeys{"gemma2", "sliding_window"},
                                   FamilyKeys{"gemma2", "layer_types"},
                                   FamilyKeys{"gemma2", "final_logit_softcapping"},
                                   FamilyKeys{"gemma2", "attn_logit_softcapping"},
                                   FamilyKeys{"gemma2", "use_bidirectional_attention"},
                                   FamilyKeys{"gemma3_text", "hidden_activation"},
                                   FamilyKeys{"gemma3_text", "query_pre_attn_scalar"},
                                   FamilyKeys{"gemma3_text", "rope_local_base_freq"},
                                   FamilyKeys{"gemma3_text", "sliding_window"},
                                   FamilyKeys{"gemma3_text", "_sliding_window_pattern"},
                                   FamilyKeys{"gemma3_text", "sliding_window_pattern"},
                                   FamilyKeys{"gemma3_text", "layer_types"},
                                   FamilyKeys{"gemma3_text", "final_logit_softcapping"},
                                   FamilyKeys{"gemma3_text", "attn_logit_softcapping"},
                                   FamilyKeys{"gemma3_text", "use_bidirectional_attention"}};

// Of training's first steps, of other programs' bookkeeping, of generation (read by the tokenizer's room), or without
// effect on the numbers.
constexpr std::array<std::string_view, 43> kHarmless{"cache_implementation",
                                                     "architectures",
                                                     "is_llama_config",
                                                     "model_max_length",
                                                     "auto_map",
                                                     "transformers_version",
                                                     "torch_dtype",
                                                     "dtype",
                                                     "use_cache",
                                                     "initializer_range",
                                                     "pretraining_tp",
                                                     "bos_token_id",
                                                     "eos_token_id",
                                                     "pad_token_id",
                                                     "unk_token_id",
                                                     "decoder_start_token_id",
                                                     "is_decoder",
                                                     "output_attentions",
                                                     "output_hidden_states",
                                                     "return_dict",
                                                     "id2label",
                                                     "label2id",
                                                     "num_labels",
                                                     "problem_type",
                                                     "finetuning_task",
                                                     "task_specific_params",
                                                     "_commit_hash",
                                                     "_attn_implementation",
                                                     "_attn_implementation_autoset",
                                                     "attn_implementation",
                                                     "_flash_attn_2_enabled",
                                                     "use_return_dict",
                                                     "torchscript",
                                                     "prefix",
                                                     "sep_token_id",
                                                     "tokenizer_class",
                                                     "model_name",
                                                     "max_sequence_length",
                                                     "gradient_checkpointing",
                                                     "chunk_size_feed_forward",
                                                     "transformers.js_config",
                                                     "unsloth_version",
                                                     "unsloth_fixed"};

// What a key must be for the arithmetic here to be the model's.
enum class Neutral : std::uint8_t { Off, One, Text, FullAttention, NoExperts };
struct NeutralKey {
  std::string_view key;
  Neutral neutral;
  std::string_view text = {};
};
constexpr std::array kNeutral{
    NeutralKey{"sliding_window", Neutral::Off},
    NeutralKey{"use_sliding_window", Neutral::Off},
    NeutralKey{"layer_types", Neutral::FullAttention},
    NeutralKey{"attn_logit_softcapping", Neutral::Off},
    NeutralKey{"attn_logit_softcap", Neutral::Off},
    NeutralKey{"final_logit_softcapping", Neutral::Off},
    NeutralKey{"logit_softcapping", Neutral::Off},
    NeutralKey{"logits_soft_cap", Neutral::Off},
    NeutralKey{"query_pre_attn_scalar", Neutral::Off},
    NeutralKey{"attention_multiplier", Neutral::Off},
    NeutralKey{"embedding_multiplier", Neutral::One},
    NeutralKey{"residual_multiplier", Neutral::One},
    NeutralKey{"logits_scaling", Neutral::One},
    NeutralKey{"logit_scale", Neutral::One},
    NeutralKey{"scale_emb", Neutral::One},
    NeutralKey{"scale_depth", Neutral::Off},
    NeutralKey{"mup_enabled", Neutral::Off},
    NeutralKey{"rotary_pct", Neutral::One},
    NeutralKey{"rope_pct", Neutral::One},
    NeutralKey{"rope_interleaved", Neutral::Off},
    NeutralKey{"use_mrope", Neutral::Off},
    NeutralKey{"rope_local_base_freq", Neutral::Off},
    NeutralKey{"no_rope_layers", Neutral::Off},
    NeutralKey{"no_rope_layer_interval", Neutral::Off},
    NeutralKey{"attn_temperature_tuning", Neutral::Off},
    NeutralKey{"attention_chunk_size", Neutral::Off},
    NeutralKey{"position_embedding_type", Neutral::Text, "rope"},
    NeutralKey{"use_alibi", Neutral::Off},
    NeutralKey{"alibi", Neutral::Off},
    NeutralKey{"use_parallel_residual", Neutral::Off},
    NeutralKey{"parallel_attn", Neutral::Off},
    NeutralKey{"use_qk_norm", Neutral::Off},
    NeutralKey{"qk_norm", Neutral::Off},
    NeutralKey{"qk_layernorm", Neutral::Off},
    NeutralKey{"clip_qkv", Neutral::Off},
    NeutralKey{"qkv_bias", Neutral::Off},
    NeutralKey{"use_bias", Neutral::Off},
    NeutralKey{"bias", Neutral::Off},
    NeutralKey{"add_bias_linear", Neutral::Off},
    NeutralKey{"lm_head_bias", Neutral::Off},
    NeutralKey{"hidden_activation", Neutral::Text, "silu"},
    NeutralKey{"norm_type", Neutral::Text, "rmsnorm"},
    NeutralKey{"add_unit_offset", Neutral::Off},
    NeutralKey{"use_bidirectional_attention", Neutral::Off},
    NeutralKey{"is_encoder_decoder", Neutral::Off},
    NeutralKey{"add_cross_attention", Neutral::Off},
    NeutralKey{"num_local_experts", Neutral::NoExperts},
    NeutralKey{"num_experts", Neutral::NoExperts},
    NeutralKey{"n_routed_experts", Neutral::NoExperts},
    NeutralKey{"moe_intermediate_size", Neutral::Off},
    NeutralKey{"num_kv_shared_layers", Neutral::Off},
    NeutralKey{"compression_config", Neutral::Off},
};

// Dropout and the like: transformers applies them while it trains, LIFT does not. Told when they are not off.
constexpr std::array<std::string_view, 6> kTrainingOnly{
    "attention_dropout", "hidden_dropout",         "resid_pdrop",
    "embd_pdrop",        "attention_dropout_prob", "hidden_dropout_prob"};

constexpr std::array<std::string_view, 8> kRopeUsed{"rope_type",
                                                    "type",
                                                    "factor",
                                                    "rope_theta",
                                                    "low_freq_factor",
                                                    "high_freq_factor",
                                                    "original_max_position_embeddings",
                                                    "partial_rotary_factor"};
constexpr std::array<std::string_view, 6> kYarnUsed{"beta_fast", "beta_slow",      "truncate",
                                                    "mscale",    "mscale_all_dim", "attention_factor"};
// The second says what the model's own key says.
constexpr std::array<std::string_view, 2> kMinistralUsed{"llama_4_scaling_beta", "max_position_embeddings"};
constexpr std::array<std::string_view, 3> kLongRopeUsed{"short_factor", "long_factor", "attention_factor"};

bool is_in(std::span<const std::string_view> list, std::string_view key) {
  return std::ranges::find(list, key) != list.end();
}

bool off(const Json& value) {
  return value.is_null() || value == false || (value.is_number() && value.get<double>() == 0) ||
         (value.is_structured() && value.empty());
}

bool neutral(const Json& value, const NeutralKey& rule) {
  if (value.is_null()) return true;
  switch (rule.neutral) {
    case Neutral::Off: return off(value);
    case Neutral::One: return value.is_number() && value.get<double>() == 1;
    case Neutral::Text: return value.is_string() && value.get_ref<const std::string&>() == rule.text;
    case Neutral::NoExperts: return off(value) || (value.is_number() && value.get<double>() <= 1);
    case Neutral::FullAttention:
      return value.is_array() && std::ranges::all_of(value, [](const Json& kind) { return kind == "full_attention"; });
  }
  fail_check("a rule of the enum", "");
}

double number_or(const Json& json, const char* key, double fallback) {
  const auto found = json.find(key);
  return found != json.end() && found->is_number() ? found->get<double>() : fallback;
}

// Values that are neutral only beside another key.
bool neutral_beside(const Json& json, std::string_view key, const Json& value) {
  if (!value.is_number()) return false;
  const double heads = std::max(1.0, number_or(json, "num_attention_heads", 1));
  const double head_dim = number_or(json, "head_dim", number_or(json, "hidden_size", 0) / heads);
  const double number = value.get<double>();
  if (key == "sliding_window")
    return json.value("use_sliding_window", Json()) == false ||
           number >= number_or(json, "max_position_embeddings", 1e18);
  if (key == "query_pre_attn_scalar") return number == head_dim;
  if (key == "attention_multiplier") return head_dim > 0 && std::abs(number * std::sqrt(head_dim) - 1) < 1e-6;
  return false;
}

std::string shown(const Json& value) {
  return quote_name(value.dump(-1, ' ', false, Json::error_handler_t::replace), 60);
}

Error refused(const std::string& file, std::string_view key, const Json& value) {
  return make_error(ErrorCode::Unsupported, say("{}, key {}", file, quote_name(key)),
                    say("it is {}, which changes what the model computes and is not computed here", shown(value)),
                    say("If the model was trained without it, take the key out of config.json"));
}

// The object that counts, as in transformers: rope_scaling before rope_parameters.
std::string_view rope_object(const Json& json) {
  for (const std::string_view name : {"rope_scaling", "rope_parameters"})
    if (const auto found = json.find(name); found != json.end() && found->is_object() && !found->empty()) return name;
  return {};
}

Json type_of(const Json& rope) { return rope.value("rope_type", rope.value("type", Json())); }

void check_rope_object(const Json& json, const Json& rope, const std::string& name, ConfigFindings& findings) {
  const bool phi3 = json.value("model_type", Json()) == "phi3";   // whose yarn is longrope
  const bool longrope = type_of(rope) == "longrope" || type_of(rope) == "su" || (phi3 && type_of(rope) == "yarn");
  const bool yarn = type_of(rope) == "yarn" && !longrope;
  const bool ministral = json.value("model_type", Json()) == "ministral3";
  const bool known_length = phi3 && !json.value("original_max_position_embeddings", Json()).is_null();
  for (const auto& [key, value] : rope.items()) {
    if (value.is_object()) check_rope_object(json, value, name + "." + key, findings);   // one for each kind of layer
    else if (!is_in(kRopeUsed, key) && !(yarn && is_in(kYarnUsed, key)) && !(longrope && is_in(kLongRopeUsed, key)) &&
             !(ministral && is_in(kMinistralUsed, key)) && !off(value))
      findings.not_used.push_back(say("key {} of config.json", quote_name(name + "." + key)));
  }
  const bool wants_length = yarn || (longrope && !known_length) || type_of(rope) == "llama3";
  if (wants_length && rope.value("original_max_position_embeddings", Json()).is_null())
    findings.notices.push_back(
        say("config.json has {} rope scaling without original_max_position_embeddings: as in transformers, "
            "max_position_embeddings ({}) is taken for it",
            type_of(rope).get<std::string>(), shown(json.value("max_position_embeddings", Json()))));
}

void check_rope(const Json& json, ConfigFindings& findings) {
  const std::string_view name = rope_object(json);
  if (name.empty()) return;
  check_rope_object(json, json.at(std::string(name)), std::string(name), findings);
  if (name == "rope_scaling" && json.contains("rope_parameters") && !json.at("rope_parameters").is_null())
    findings.not_used.push_back(say("key {} of config.json", "\"rope_parameters\""));
}

Status check_key(const Json& json, const std::string& key, const Json& value, const std::string& file,
                 ConfigFindings& findings) {
  const std::string family = json.value("model_type", std::string());
  const bool of_family =
      std::ranges::any_of(kUsedByFamily, [&](const FamilyKeys& row) { return row.family == family && row.key == key; });
  if (is_in(kUsed, key) || of_family || is_in(kHarmless, key)) return {};
  const auto rule = std::ranges::find(kNeutral, key, &NeutralKey::key);
  if (rule != kNeutral.end()) {
    if (neutral(value, *rule) || neutral_beside(json, key, value)) return {};
    return refused(file, key, value);
  }
  if (value.is_null() || (is_in(kTrainingOnly, key) && off(value))) return {};
  findings.not_used.push_back(say("key {} of config.json", quote_name(key)));
  return {};
}

}   // namespace

Result<ConfigText> text_configuration(const Json& config, const std::string& file) {
  ConfigText text;
  const auto nested = config.is_object() ? config.find("text_config") : config.end();
  const bool own = architecture_of_json(config, file).ok();
  if (own || !config.is_object() || nested == config.end() || !nested->is_object()) {
    text.json = config;
    return text;
  }
  text.json = *nested;
  for (const auto& [key, value] : config.items())
    if (key == "tie_word_embeddings" && !text.json.contains(key)) text.json[key] = value;
    else if (key != "text_config" && key != "model_type" && !value.is_null() && !is_in(kHarmless, key))
      text.not_used.push_back(say("key {} of config.json", quote_name(key)));
  return text;
}

Result<ConfigFindings> check_config_keys(const ConfigText& text, const std::string& file) {
  ConfigFindings findings;
  findings.not_used = text.not_used;
  for (const auto& [key, value] : text.json.items())
    LIFT_RETURN_IF_ERROR(check_key(text.json, key, value, file, findings));
  check_rope(text.json, findings);
  return findings;
}

}   // namespace lift
