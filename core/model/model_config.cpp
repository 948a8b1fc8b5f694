#include "core/model/model_config.h"

#include <algorithm>

#include "core/base/check.h"
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

std::size_t ModelConfig::attention_kind(std::int64_t number) const {
  return layer_kinds.empty() ? 0 : layer_kinds.at(static_cast<std::size_t>(number));
}

std::vector<AttentionKind> ModelConfig::attention_kinds() const {
  std::vector<AttentionKind> kinds{{.sliding_window = sliding_window, .rope = rope}};
  kinds.insert(kinds.end(), other_attention.begin(), other_attention.end());
  return kinds;
}

bool ModelConfig::is_delta(std::int64_t number) const {
  return !delta_layers.empty() && delta_layers.at(static_cast<std::size_t>(number)) != 0;
}

bool ModelConfig::has(std::int64_t number, const LayerTensor& tensor) const {
  return tensor.in == InLayers::All || (tensor.in == InLayers::Delta) == is_delta(number);
}

bool ModelConfig::has(MatrixId id) const {
  if (id.layer < 0 || id.layer >= layer_count) return false;
  if (const LayerTensor* tensor = layer.find(id.projection)) return has(id.layer, *tensor);
  return !layer.parts_of(id.projection).empty();
}

std::int64_t ModelConfig::matrix_count() const {
  std::int64_t count = 0;
  const std::vector<Projection> matrices = layer.matrices();
  for (std::int32_t number = 0; number < layer_count; ++number)
    count += std::ranges::count_if(matrices, [&](Projection projection) { return has({number, projection}); });
  return count;
}

std::vector<std::span<const LayerTensor>> ModelConfig::stored(std::int64_t number) const {
  std::vector<std::span<const LayerTensor>> groups = layer.stored();
  std::erase_if(groups, [&](const auto& group) { return !has(number, group.front()); });
  return groups;
}

std::int64_t ModelConfig::extent(Extent extent) const {
  switch (extent) {
    case Extent::Hidden: return hidden_size;
    case Extent::FeedForward: return intermediate_size;
    case Extent::Query: return head_count * head_dim;
    case Extent::KeyValue: return kv_head_count * head_dim;
    case Extent::Head: return head_dim;
    case Extent::GatedQuery: return 2 * head_count * head_dim;
    case Extent::DeltaQkv: return 2 * delta.keys() + delta.values();
    case Extent::DeltaValue: return delta.values();
    case Extent::DeltaHeads: return delta.value_heads;
    case Extent::DeltaValueHead: return delta.value_width;
    case Extent::DeltaTaps: return delta.taps;
  }
  fail_check("an extent of the enum", "");
}

std::vector<std::int64_t> ModelConfig::shape(const LayerTensor& tensor) const {
  std::vector<std::int64_t> shape{extent(tensor.rows)};
  if (tensor.role == LayerRole(LayerVector::DeltaConv)) shape.push_back(1);   // files hold a convolution by channels
  if (tensor.columns) shape.push_back(extent(*tensor.columns));
  return shape;
}

std::vector<std::int64_t> ModelConfig::shape(std::span<const LayerTensor> stored) const {
  std::vector<std::int64_t> whole = shape(stored.front());
  for (const LayerTensor& part : stored.subspan(1)) whole.front() += extent(part.rows);
  return whole;
}

std::int64_t ModelConfig::rows(Projection projection) const {
  if (const LayerTensor* tensor = layer.find(projection)) return extent(tensor->rows);
  const auto parts = layer.parts_of(projection);
  LIFT_CHECK(!parts.empty(), "the layer has the matrix");
  return shape(parts).front();
}

std::int64_t ModelConfig::columns(Projection projection) const {
  if (const LayerTensor* tensor = layer.find(projection)) return extent(*tensor->columns);
  const auto parts = layer.parts_of(projection);
  LIFT_CHECK(!parts.empty(), "the layer has the matrix");
  return shape(parts).back();
}

std::int64_t ModelConfig::parameter_count() const {
  std::int64_t of_layers = 0;
  for (const LayerTensor& tensor : layer.tensors)
    for (std::int64_t number = 0; number < layer_count; ++number)
      if (has(number, tensor)) of_layers += extent(tensor.rows) * (tensor.columns ? extent(*tensor.columns) : 1);
  const std::int64_t vocabulary = vocabulary_size * hidden_size;
  return of_layers + vocabulary * (tied_head ? 1 : 2) + hidden_size;
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
  if (!(rms_norm_eps >= 0 && rms_norm_eps < 1))
    return bad_size(say("expected a norm epsilon from 0 to 1, found {}", rms_norm_eps));
  for (const AttentionKind& kind : attention_kinds()) {
    if (kind.sliding_window < 0)
      return bad_size(say("expected a sliding window of 0 (none) or more tokens, found {}", kind.sliding_window));
    LIFT_RETURN_IF_ERROR(kind.rope.validate(head_dim));
  }
  if (!layer_kinds.empty() &&
      (std::ssize(layer_kinds) != layer_count || std::ranges::max(layer_kinds) > other_attention.size()))
    return bad_size(
        say("expected a kind of attention for each of {} layers, found {}", layer_count, layer_kinds.size()));
  if (!delta_layers.empty()) {
    const auto& d = delta;
    if (std::ssize(delta_layers) != layer_count)
      return bad_size(say("expected a kind for each of {} layers, found {}", layer_count, delta_layers.size()));
    for (const std::int64_t size : {d.key_heads, d.value_heads, d.key_width, d.value_width})
      if (size < 1 || size > (1 << 14))
        return bad_size(say("expected heads and widths of the delta net from 1 to {}, found {}", 1 << 14, size));
    if (d.value_heads % d.key_heads != 0)
      return bad_size(say("expected the {} value heads of the delta net to be a multiple of its key heads, found {}",
                          d.value_heads, d.key_heads));
    if (d.keys() > kLargestWidth || d.values() > kLargestWidth)
      return bad_size(
          say("expected at most {} outputs of all heads, found {}", kLargestWidth, std::max(d.keys(), d.values())));
    if (d.taps < 1 || d.taps > 64) return bad_size(say("expected a convolution of 1 to 64 tokens, found {}", d.taps));
  }
  for (const double scale : {embedding_scale, logit_scale, layer.residual_scale})
    if (!(scale > 0 && scale < 1e9)) return bad_size(say("expected a positive scale, found {}", scale));
  for (const double cap : {logit_soft_cap, layer.attention_soft_cap})
    if (!(cap >= 0 && cap < 1e9)) return bad_size(say("expected a soft cap of 0 (none) or more, found {}", cap));
  if (!(layer.attention_scale >= 0 && layer.attention_scale < 1e9))
    return bad_size(say("expected a positive scale of the attention scores, found {}", layer.attention_scale));
  return {};
}

namespace {

Status check_divisors(const std::vector<float>& divisors, std::int64_t count) {
  if (std::ssize(divisors) != count)
    return bad_size(say("expected {} rope frequency factors, found {}", count, divisors.size()));
  for (const float value : divisors)
    if (!(value > 0 && value < 1e9f)) return bad_size(say("expected positive rope frequency factors, found {}", value));
  return {};
}

}   // namespace

Status RopeConfig::validate(std::int64_t head_dim) const {
  if (rotated < 0 || rotated > head_dim || rotated % 2 != 0)
    return bad_size(
        say("expected an even number of rotating channels, at most the head width of {}, found {}", head_dim, rotated));
  if (!(base > 0 && base < 1e30)) return bad_size(say("expected a positive rope base, found {}", base));
  if (!(factor > 0 && factor < 1e9)) return bad_size(say("expected a positive rope factor, found {}", factor));
  if (!(attention_factor > 0 && attention_factor < 1e3))
    return bad_size(say("expected a positive rope attention factor, found {}", attention_factor));
  if (!(query_beta >= 0 && query_beta < 1e3) || (query_beta > 0 && original_max_position_embeddings < 1))
    return bad_size(
        say("expected a scale of queries by their position of 0 or more, and a positive original length, "
            "found {} and {}",
            query_beta, original_max_position_embeddings));
  if (scaling == Scaling::Yarn && !(beta_slow > 0 && beta_fast > beta_slow && original_max_position_embeddings > 0))
    return bad_size(
        say("expected yarn rope scaling with 0 < beta_slow < beta_fast and a positive original length, "
            "found {}, {}, {}",
            beta_slow, beta_fast, original_max_position_embeddings));
  if (scaling == Scaling::Llama3 &&
      !(low_freq_factor > 0 && high_freq_factor > low_freq_factor && original_max_position_embeddings > 0))
    return bad_size(
        say("expected llama3 rope scaling with 0 < low_freq_factor < high_freq_factor and a "
            "positive original length, found {}, {}, {}",
            low_freq_factor, high_freq_factor, original_max_position_embeddings));
  const std::int64_t pairs = rotated_of(head_dim) / 2;
  if (scaling == Scaling::Factors || scaling == Scaling::LongRope)
    LIFT_RETURN_IF_ERROR(check_divisors(frequency_factors, pairs));
  if (scaling == Scaling::LongRope) {
    LIFT_RETURN_IF_ERROR(check_divisors(long_factors, pairs));
    if (original_max_position_embeddings < 1)
      return bad_size(say("expected longrope rope scaling with a positive original length, found {}",
                          original_max_position_embeddings));
  }
  return {};
}

}   // namespace lift
