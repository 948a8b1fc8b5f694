#include "core/model/family_json.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/check.h"
#include "core/base/say.h"
#include "core/model/architecture.h"
#include "core/model/rope_table.h"

namespace lift {

namespace {

using nlohmann::json;

Result<json> rope_scaling_json(const RopeConfig& rope, std::int64_t head_dim, std::int64_t max_positions) {
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
    case RopeConfig::Scaling::LongRope: {
      json value{{"rope_type", "longrope"},
                 {"short_factor", rope.frequency_factors},
                 {"long_factor", rope.long_factors},
                 {"original_max_position_embeddings", rope.original_max_position_embeddings}};
      const auto original = static_cast<double>(rope.original_max_position_embeddings);
      const double usual = longrope_attention_factor(static_cast<double>(max_positions) / original, original);
      if (std::abs(rope.attention_factor - usual) > 1e-6 * usual) value["attention_factor"] = rope.attention_factor;
      return value;
    }
    case RopeConfig::Scaling::Proportional:
      return json{{"rope_type", "proportional"},
                  {"factor", rope.factor},
                  {"partial_rotary_factor", rotary_share(rope, head_dim)}};
    case RopeConfig::Scaling::Factors: break;
  }
  return make_error(ErrorCode::Unsupported, Sentence::verbatim("config.json"),
                    say("expected a rope scaling that it has a name for, found divisors of the model's own"),
                    say("Take the base as a Hugging Face folder instead of a GGUF file"));
}

}   // namespace

void nest_rope(const ModelConfig& config, json& value) {
  const auto of = [&](const RopeConfig& rope) {
    const auto scaling = rope_scaling_json(rope, config.head_dim, config.max_positions);
    LIFT_CHECK(scaling.ok(), "the ropes of a family with two kinds have words");
    json parameters = scaling->is_null() ? json{{"rope_type", "default"}} : *scaling;
    parameters["rope_theta"] = rope.base;
    return parameters;
  };
  value.erase("rope_theta");
  value.erase("rope_scaling");
  value["rope_parameters"] = {{"full_attention", of(config.rope)},
                              {"sliding_attention", of(config.other_attention.front().rope)}};
}

double rotary_share(const RopeConfig& rope, std::int64_t head_dim) {
  const std::int64_t rotated = rope.rotated_of(head_dim);
  double share = static_cast<double>(rotated) / static_cast<double>(head_dim);
  // Readers round down: never one pair less than there are.
  if (static_cast<std::int64_t>(share * static_cast<double>(head_dim)) < rotated) share = std::nextafter(share, 1.0);
  return share;
}

Result<json> family_json(const ModelConfig& config) {
  const auto family = std::ranges::find(architectures(), config.family, &Architecture::family);
  LIFT_CHECK(family != architectures().end(), "the configuration is of a family that is known");
  LIFT_ASSIGN(json rope_scaling, rope_scaling_json(config.rope, config.head_dim, config.max_positions));
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
