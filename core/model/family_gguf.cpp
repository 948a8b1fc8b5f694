#include "core/model/family_gguf.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/check.h"
#include "core/base/say.h"
#include "core/model/architecture.h"
#include "core/model/family_json.h"
#include "core/model/rope_table.h"

namespace lift {

namespace {

using nlohmann::json;
using Scaling = RopeConfig::Scaling;

std::uint32_t count(std::int64_t value) { return static_cast<std::uint32_t>(value); }
float real(double value) { return static_cast<float>(value); }

const Architecture* family_named(std::string_view family) {
  const auto found = std::ranges::find(architectures(), family, &Architecture::family);
  return found == architectures().end() ? nullptr : &*found;
}

Error unsupported(const ModelConfig& config, Sentence message) {
  return make_error(ErrorCode::Unsupported, Sentence::verbatim(config.family), std::move(message),
                    say("Export a Hugging Face folder instead"));
}

// llama3's scaling as the divisors that it comes to.
std::vector<float> llama3_divisors(const RopeConfig& rope, std::int64_t head_dim) {
  RopeConfig plain = rope;
  plain.scaling = Scaling::None;
  const std::vector<float> before = rope_frequencies(plain, head_dim), after = rope_frequencies(rope, head_dim);
  std::vector<float> divisors;
  for (std::size_t pair = 0; pair < before.size(); ++pair) divisors.push_back(before[pair] / after[pair]);
  return divisors;
}

Status add_rope(const ModelConfig& config, GgufOwnKeys& own, GgufShape& shape) {
  const RopeConfig& rope = config.rope;
  own["rope.freq_base"] = real(rope.base);
  own["rope.dimension_count"] = count(rope.rotated_of(config.head_dim));
  switch (rope.scaling) {
    case Scaling::None: return {};
    case Scaling::Linear:
      own["rope.scaling.type"] = std::string("linear");
      own["rope.scaling.factor"] = real(rope.factor);
      return {};
    case Scaling::Llama3:
      shape.divisors.emplace_back("rope_freqs.weight", llama3_divisors(rope, config.head_dim));
      return {};
    case Scaling::Factors: shape.divisors.emplace_back("rope_freqs.weight", rope.frequency_factors); return {};
    case Scaling::LongRope:
      own["rope.scaling.original_context_length"] = count(rope.original_max_position_embeddings);
      own["rope.scaling.attn_factor"] = real(rope.attention_factor);
      shape.divisors.emplace_back("rope_factors_short.weight", rope.frequency_factors);
      shape.divisors.emplace_back("rope_factors_long.weight", rope.long_factors);
      return {};
    case Scaling::Yarn: {
      own["rope.scaling.type"] = std::string("yarn");
      own["rope.scaling.factor"] = real(rope.factor);
      own["rope.scaling.original_context_length"] = count(rope.original_max_position_embeddings);
      own["rope.scaling.yarn_beta_fast"] = real(rope.beta_fast);
      own["rope.scaling.yarn_beta_slow"] = real(rope.beta_slow);
      const double usual = rope.factor <= 1 ? 1 : 0.1 * std::log(rope.factor) + 1;
      if (std::abs(rope.attention_factor - usual) > 1e-6)
        own["rope.scaling.attn_factor"] = real(rope.attention_factor / usual);
      return {};
    }
    case Scaling::Proportional: break;
  }
  return unsupported(config, say("expected a rope scaling that GGUF has a form for, found proportional"));
}

bool by_divisors(const RopeConfig& rope) { return rope.scaling == Scaling::Llama3 || rope.scaling == Scaling::Factors; }

bool same_angles(const RopeConfig& left, const RopeConfig& right, std::int64_t head_dim) {
  const std::vector<float> a = rope_frequencies(left, head_dim), b = rope_frequencies(right, head_dim);
  return std::ranges::equal(a, b, [](float x, float y) { return std::abs(x - y) <= 1e-6f * std::abs(x); });
}

// As config.json says it, less what does not compute.
Result<json> computing_keys(const ModelConfig& config) {
  ModelConfig named = config;
  if (by_divisors(config.rope)) named.rope.scaling = Scaling::None;   // compared by their angles
  LIFT_ASSIGN(json value, family_json(named));
  for (const char* key : {"architectures", "model_type"}) value.erase(key);
  return value.flatten();
}

// Numbers of GGUF are fp32. A key that only one side has counts as its neutral value.
bool alike(const json& left, const json& right) {
  const auto neutral = [](const json& value) { return value.is_null() || value == false || value == 0; };
  if (neutral(left) && neutral(right)) return true;
  if (left.is_number() && right.is_number()) {
    const double a = left.get<double>(), b = right.get<double>();
    return std::abs(a - b) <= 1e-6 * std::max(std::abs(a), std::abs(b));
  }
  return left == right;
}

}   // namespace

void set_sliding_keys(const ModelConfig& config, GgufOwnKeys& keys) {
  keys["attention.sliding_window"] = count(config.other_attention.front().sliding_window);
  std::vector<bool> slides;
  for (std::int64_t layer = 0; layer < config.layer_count; ++layer) slides.push_back(config.attention_kind(layer) == 1);
  keys["attention.sliding_window_pattern"] = std::move(slides);
}

Result<GgufShape> gguf_shape_of(const ModelConfig& config) {
  const Architecture* family = family_named(config.family);
  LIFT_CHECK(family, "the configuration is of a family that is known");
  // Mistral and OLMo 3 go by the form of the family that they come from.
  const Architecture* form = family->gguf_name.empty() ? family_named(family->gguf_family) : family;
  if (!form) return unsupported(config, say("expected a family that GGUF has a form for"));
  if (config.layer.find(LayerVector::OBias) && !form->gguf_output_bias)
    return unsupported(config,
                       say("expected no bias of the attention's output, which llama.cpp reads in other families "
                           "only"));
  GgufOwnKeys own;
  own["block_count"] = count(config.layer_count);
  own["context_length"] = count(config.max_positions);
  own["embedding_length"] = count(config.hidden_size);
  own["feed_forward_length"] = count(config.intermediate_size);
  own["attention.head_count"] = count(config.head_count);
  own["attention.head_count_kv"] = count(config.kv_head_count);
  own["attention.key_length"] = count(config.head_dim);
  own["attention.value_length"] = count(config.head_dim);
  own["attention.layer_norm_rms_epsilon"] = real(config.rms_norm_eps);
  own["vocab_size"] = count(config.vocabulary_size);
  if (config.sliding_window > 0) own["attention.sliding_window"] = count(config.sliding_window);
  GgufShape shape;
  LIFT_RETURN_IF_ERROR(add_rope(config, own, shape));
  if (family->to_gguf) family->to_gguf(config, own);
  shape.architecture = form->gguf_name;
  shape.keys.push_back({"general.architecture", shape.architecture});
  for (auto& [key, value] : own) shape.keys.push_back({shape.architecture + "." + key, std::move(value)});
  return shape;
}

std::optional<Sentence> left_out_by_llama_cpp(const ModelConfig& config) {
  if (config.sliding_window <= 0 || config.sliding_window >= config.max_positions) return std::nullopt;
  return say("llama.cpp does not keep to this model's window of {} tokens: longer texts are read otherwise there",
             config.sliding_window);
}

Status same_shape(const ModelConfig& config, const GgufReader& file) {
  LIFT_ASSIGN(const Architecture* const architecture, architecture_of_gguf(file));
  LIFT_ASSIGN(ModelConfig read, architecture->from_gguf(file));
  read.family = config.family;   // several share an architecture
  if (read.other_attention.empty() != config.other_attention.empty())
    return unsupported(config, say("expected layers that see other tokens as in the configuration: in GGUF this family "
                                   "has no word for the windows of its layers"));
  if ((by_divisors(config.rope) || by_divisors(read.rope)) && !same_angles(config.rope, read.rope, config.head_dim))
    return unsupported(config, say("expected the rotary angles of the configuration, found others in the file"));
  LIFT_ASSIGN(const json wanted, computing_keys(config));
  LIFT_ASSIGN(const json found, computing_keys(read));
  json keys = wanted;
  keys.update(found);
  for (const auto& [key, value] : keys.items()) {
    const json left = wanted.value(key, json()), right = found.value(key, json());
    if (!alike(left, right))
      return unsupported(config, say("expected {} to be {}, found {}: in GGUF this family can not say it", key,
                                     left.dump(), right.dump()));
  }
  return {};
}

}   // namespace lift
