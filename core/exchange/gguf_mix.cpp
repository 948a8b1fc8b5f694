#include "core/exchange/gguf_mix.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace lift {

namespace {

constexpr std::array kMixes{
    GgufMix{"bf16", "BF16", GgmlType::BF16, 32, false},    GgufMix{"fp16", "F16", GgmlType::F16, 1, false},
    GgufMix{"fp32", "F32", GgmlType::F32, 0, false},       GgufMix{"q8_0", "Q8_0", GgmlType::Q8_0, 7, true},
    GgufMix{"q4_k_m", "Q4_K_M", GgmlType::Q4_K, 15, true}, GgufMix{"q4_0", "Q4_0", GgmlType::Q4_0, 2, true}};

bool has(std::string_view name, std::string_view part) { return name.find(part) != name.npos; }

// "blk.12.attn_v.weight": 12; -1 for what is of no layer.
std::int64_t layer_of(std::string_view name) {
  if (!name.starts_with("blk.")) return -1;
  std::int64_t layer = -1;
  std::from_chars(name.data() + 4, name.data() + name.size(), layer);
  return layer;
}

bool is_value_projection(std::string_view name) {
  return has(name, "attn_v.weight") || has(name, "attn_qkv.weight") || has(name, "attn_kv_b.weight");
}

// The first and the last eighth of the layers, and every third one between.
bool gets_more_bits(std::int64_t place, std::int64_t count) {
  return place < count / 8 || place >= 7 * count / 8 || (place - count / 8) % 3 == 2;
}

bool fits(const GgufTensor& tensor, GgmlType type) { return tensor.columns() % block_of(type).elements == 0; }

GgmlType fallback(GgmlType type) {
  switch (type) {
    case GgmlType::Q4_K: return GgmlType::Q5_0;
    case GgmlType::Q5_K: return GgmlType::Q5_1;
    case GgmlType::Q6_K: return GgmlType::Q8_0;
    default: return GgmlType::F16;
  }
}

bool is_matrix_to_quantise(const GgufTensor& tensor) {
  const std::string_view name = tensor.name;
  // Small, or looked up by number: llama.cpp leaves them wide.
  constexpr std::array<std::string_view, 6> wide{"_norm.weight", "ffn_gate_inp.weight",  "altup",
                                                 "laurel",       "per_layer_model_proj", "shortconv.conv.weight"};
  return tensor.shape.size() > 1 && name.ends_with("weight") && !has(name, "ssm_conv1d") &&
         std::ranges::none_of(wide, [&](std::string_view part) { return has(name, part); });
}

}   // namespace

const GgufMix* mix_named(std::string_view name) {
  const auto found = std::ranges::find(kMixes, name, &GgufMix::name);
  return found == kMixes.end() ? nullptr : &*found;
}

MixedTypes::MixedTypes(const GgufMix& mix, const std::vector<GgufTensor>& tensors, bool large_grouped)
    : mix_(mix), large_grouped_(large_grouped) {
  for (const GgufTensor& tensor : tensors) {
    const std::int64_t layer = layer_of(tensor.name);
    layers_ = std::max(layers_, layer + 1);
    if (tensor.name == "output.weight") tied_ = false;
    if (is_value_projection(tensor.name)) value_layers_.emplace(layer, 0);
  }
  std::int64_t place = 0;
  for (auto& [layer, at] : value_layers_) at = place++;
}

GgmlType MixedTypes::wanted(const GgufTensor& tensor) const {
  const std::string_view name = tensor.name;
  if (name == "output.weight" || (tied_ && name == "token_embd.weight")) {
    if (mix_.type == GgmlType::Q8_0 || !fits(tensor, mix_.type)) return GgmlType::Q8_0;
    return GgmlType::Q6_K;
  }
  if (mix_.type != GgmlType::Q4_K) return mix_.type;
  if (is_value_projection(name)) {
    const auto count = static_cast<std::int64_t>(value_layers_.size());
    if (gets_more_bits(value_layers_.at(layer_of(name)), count)) return GgmlType::Q6_K;
    return large_grouped_ ? GgmlType::Q5_K : GgmlType::Q4_K;
  }
  if (has(name, "ffn_down") && gets_more_bits(layer_of(name), layers_)) return GgmlType::Q6_K;
  return GgmlType::Q4_K;
}

GgmlType MixedTypes::of(const GgufTensor& tensor) const {
  if (!mix_.mixed) return tensor.shape.size() > 1 ? mix_.type : tensor.type;
  if (!is_matrix_to_quantise(tensor)) return tensor.type;
  GgmlType type = wanted(tensor);
  for (int step = 0; step < 2 && !fits(tensor, type); ++step) type = fallback(type);
  return type;
}

}   // namespace lift
