#include "core/model/model_config.h"

#include "core/base/say.h"

namespace lift {

namespace {

// Bounds that no real model passes; they keep every product of two sizes far inside 64 bits.
constexpr std::int64_t kLargestWidth = std::int64_t{1} << 20;
constexpr std::int64_t kMostLayers = 4096;
constexpr std::int64_t kLargestVocabulary = std::int64_t{1} << 24;

struct Bound {
  Sentence name;
  std::int64_t value, largest;
};

Error bad_size(Sentence message) {
  return make_error(ErrorCode::Malformed, say("model configuration"), std::move(message));
}

}   // namespace

std::int64_t ModelConfig::rows(Projection projection) const {
  switch (projection) {
    case Projection::Q: return head_count * head_dim;
    case Projection::K:
    case Projection::V: return kv_head_count * head_dim;
    case Projection::O:
    case Projection::Down: return hidden_size;
    case Projection::Gate:
    case Projection::Up: return intermediate_size;
  }
  fail_check("projection is one of seven", "");
}

std::int64_t ModelConfig::columns(Projection projection) const {
  switch (projection) {
    case Projection::O: return head_count * head_dim;
    case Projection::Down: return intermediate_size;
    default: return hidden_size;
  }
}

std::int64_t ModelConfig::parameter_count() const {
  std::int64_t layer = 2 * hidden_size;
  for (Projection projection : kProjections) layer += rows(projection) * columns(projection);
  const std::int64_t vocabulary = vocabulary_size * hidden_size;
  return layer_count * layer + vocabulary * (tied_head ? 1 : 2) + hidden_size;
}

Status ModelConfig::validate() const {
  const Bound bounds[] = {
      {say("hidden size"), hidden_size, kLargestWidth},
      {say("intermediate size"), intermediate_size, kLargestWidth},
      {say("number of layers"), layer_count, kMostLayers},
      {say("number of attention heads"), head_count, 1 << 14},
      {say("number of key-value heads"), kv_head_count, 1 << 14},
      {say("head width"), head_dim, 1 << 14},
      {say("vocabulary size"), vocabulary_size, kLargestVocabulary},
      {say("largest position"), max_positions, std::int64_t{1} << 30},
  };
  for (const Bound& bound : bounds)
    if (bound.value < 1 || bound.value > bound.largest)
      return bad_size(say("expected a {} from 1 to {}, found {}", bound.name, bound.largest, bound.value));
  if (head_count % kv_head_count != 0)
    return bad_size(say("expected the {} attention heads to be a multiple of the key-value heads, found {}", head_count,
                        kv_head_count));
  if (head_dim % 2 != 0) return bad_size(say("expected an even head width, found {}", head_dim));
  if (head_count * head_dim > kLargestWidth)
    return bad_size(say("expected at most {} outputs of all heads, found {}", kLargestWidth, head_count * head_dim));
  if (sliding_window < 0)
    return bad_size(say("expected a sliding window of 0 (none) or more tokens, found {}", sliding_window));
  if (!(rms_norm_eps >= 0 && rms_norm_eps < 1))
    return bad_size(say("expected a norm epsilon from 0 to 1, found {}", rms_norm_eps));
  return rope.validate(head_dim);
}

Status RopeConfig::validate(std::int64_t head_dim) const {
  if (!(base > 0 && base < 1e30)) return bad_size(say("expected a positive rope base, found {}", base));
  if (!(factor > 0 && factor < 1e9)) return bad_size(say("expected a positive rope factor, found {}", factor));
  if (scaling == Scaling::Llama3 &&
      !(low_freq_factor > 0 && high_freq_factor > low_freq_factor && original_max_position_embeddings > 0))
    return bad_size(
        say("expected llama3 rope scaling with 0 < low_freq_factor < high_freq_factor and a "
            "positive original length, found {}, {}, {}",
            low_freq_factor, high_freq_factor, original_max_position_embeddings));
  if (scaling == Scaling::Factors) {
    if (static_cast<std::int64_t>(frequency_factors.size()) != head_dim / 2)
      return bad_size(say("expected {} rope frequency factors, found {}", head_dim / 2, frequency_factors.size()));
    for (float value : frequency_factors)
      if (!(value > 0 && value < 1e9f))
        return bad_size(say("expected positive rope frequency factors, found {}", value));
  }
  return {};
}

}   // namespace lift
