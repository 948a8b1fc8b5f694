#include "core/exchange/hf_config.h"

#include <nlohmann/json.hpp>

#include "core/base/say.h"

namespace lift {

namespace {

using nlohmann::json;

Result<json> rope_scaling_json(const RopeConfig& rope) {
  switch (rope.scaling) {
    case RopeConfig::Scaling::None: return json(nullptr);
    case RopeConfig::Scaling::Linear: return json{{"rope_type", "linear"}, {"factor", rope.factor}};
    case RopeConfig::Scaling::Llama3:
      return json{{"rope_type", "llama3"},
                  {"factor", rope.factor},
                  {"low_freq_factor", rope.low_freq_factor},
                  {"high_freq_factor", rope.high_freq_factor},
                  {"original_max_position_embeddings", rope.original_max_position_embeddings}};
    case RopeConfig::Scaling::Factors: break;
  }
  return make_error(ErrorCode::Unsupported, Sentence::verbatim("config.json"),
                    say("expected a rope scaling that it has a name for, found divisors of the model's own"),
                    say("Take the base as a Hugging Face folder instead of a GGUF file"));
}

json id_or_null(const std::optional<TokenId>& id) { return id ? json(*id) : json(nullptr); }

std::string_view torch_name(DType dtype) {
  switch (dtype) {
    case DType::BF16: return "bfloat16";
    case DType::F16: return "float16";
    case DType::F64: return "float64";
    default: return "float32";
  }
}

}   // namespace

Result<json> hf_config_json(const ModelConfig& config, DType dtype, const SpecialTokens& special) {
  LIFT_ASSIGN(json rope_scaling, rope_scaling_json(config.rope));
  const bool mistral = config.family == "mistral";
  json value{{"architectures", {mistral ? "MistralForCausalLM" : "LlamaForCausalLM"}},
             {"model_type", config.family},
             {"hidden_size", config.hidden_size},
             {"intermediate_size", config.intermediate_size},
             {"num_hidden_layers", config.layer_count},
             {"num_attention_heads", config.head_count},
             {"num_key_value_heads", config.kv_head_count},
             {"head_dim", config.head_dim},
             {"vocab_size", config.vocabulary_size},
             {"max_position_embeddings", config.max_positions},
             {"rms_norm_eps", config.rms_norm_eps},
             {"rope_theta", config.rope.base},
             {"rope_scaling", std::move(rope_scaling)},
             {"hidden_act", "silu"},
             {"attention_bias", false},
             {"mlp_bias", false},
             {"attention_dropout", 0.0},
             {"initializer_range", 0.02},
             {"tie_word_embeddings", config.tied_head},
             {"use_cache", true},
             {"torch_dtype", torch_name(dtype)},
             {"bos_token_id", id_or_null(special.bos)},
             {"eos_token_id", id_or_null(special.eos)},
             {"pad_token_id", id_or_null(special.pad)}};
  if (mistral) value["sliding_window"] = config.sliding_window ? json(config.sliding_window) : json(nullptr);
  return value;
}

}   // namespace lift
