#include "core/model/family_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/check.h"
#include "core/base/say.h"
#include "core/model/architecture.h"

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
    case RopeConfig::Scaling::Yarn:
      return json{{"rope_type", "yarn"},
                  {"factor", rope.factor},
                  {"original_max_position_embeddings", rope.original_max_position_embeddings},
                  {"beta_fast", rope.beta_fast},
                  {"beta_slow", rope.beta_slow},
                  {"truncate", rope.truncate},
                  {"attention_factor", rope.attention_factor}};
    case RopeConfig::Scaling::Factors: break;
  }
  return make_error(ErrorCode::Unsupported, Sentence::verbatim("config.json"),
                    say("expected a rope scaling that it has a name for, found divisors of the model's own"),
                    say("Take the base as a Hugging Face folder instead of a GGUF file"));
}

}   // namespace

Result<json> family_json(const ModelConfig& config) {
  const auto family = std::ranges::find(architectures(), config.family, &Architecture::family);
  LIFT_CHECK(family != architectures().end(), "the configuration is of a family that is known");
  LIFT_ASSIGN(json rope_scaling, rope_scaling_json(config.rope));
  json value{{"architectures", {family->hf_class}},         {"model_type", config.family},
             {"hidden_size", config.hidden_size},           {"intermediate_size", config.intermediate_size},
             {"num_hidden_layers", config.layer_count},     {"num_attention_heads", config.head_count},
             {"num_key_value_heads", config.kv_head_count}, {"head_dim", config.head_dim},
             {"vocab_size", config.vocabulary_size},        {"max_position_embeddings", config.max_positions},
             {"rms_norm_eps", config.rms_norm_eps},         {"rope_theta", config.rope.base},
             {"rope_scaling", std::move(rope_scaling)},     {"hidden_act", "silu"},
             {"tie_word_embeddings", config.tied_head}};
  if (family->to_json) family->to_json(config, value);
  return value;
}

}   // namespace lift
