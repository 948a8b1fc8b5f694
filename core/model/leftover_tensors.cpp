#include "core/model/leftover_tensors.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string_view>

#include "core/base/say.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

constexpr std::size_t kMostGroups = 24;

// Buffers that older programs saved and every reader computes anew.
constexpr std::array<std::string_view, 5> kComputedAnew{"rotary_emb.inv_freq", "rotary_emb.cos_cached",
                                                        "rotary_emb.sin_cached", "attn.masked_bias", "attn_rot_embd"};

bool computed_anew(std::string_view name) {
  return std::ranges::any_of(kComputedAnew, [&](std::string_view part) { return name.find(part) != name.npos; });
}

bool in_a_layer(const LeftoverTensors& left, const std::string& name) {
  if (!name.starts_with(left.layer_prefix)) return false;
  std::int64_t number = -1;
  std::from_chars(name.data() + left.layer_prefix.size(), name.data() + name.size(), number);
  return number >= 0 && number < left.layer_count;
}

// Parts of models that see, hear or guess several tokens ahead; the text model works without them.
constexpr std::array<std::string_view, 8> kOtherSenses{"vision", "visual",      "image", "audio",
                                                       "speech", "multi_modal", "mm_",   "mtp"};

bool of_another_sense(std::string_view name) {
  return std::ranges::any_of(kOtherSenses, [&](std::string_view part) { return name.find(part) != name.npos; });
}

// A second embedding, a norm's or the head's bias: of the text model, and unknown to it.
bool beside_the_layers(const LeftoverTensors& left, const std::string& name) {
  return std::ranges::any_of(left.body_prefixes, [&](const std::string& prefix) {
    return name.starts_with(prefix) && !name.starts_with(left.layer_prefix);
  });
}

bool changes_the_model(const LeftoverTensors& left, const std::string& name) {
  if (computed_anew(name)) return false;
  return in_a_layer(left, name) || (beside_the_layers(left, name) && !of_another_sense(name));
}

// Numbers between dots become N, so that what every layer has is said once.
std::string pattern_of(const std::string& name) {
  std::string pattern;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t dot = std::min(name.find('.', at), name.size());
    const std::string part = name.substr(at, dot - at);
    const bool number = !part.empty() && std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
    pattern += (pattern.empty() ? "" : ".") + (number ? "N" : part);
    at = dot + 1;
  }
  return pattern;
}

std::map<std::string, std::int64_t> grouped(const std::set<std::string>& names) {
  std::map<std::string, std::int64_t> groups;
  for (const std::string& name : names) ++groups[pattern_of(name)];
  if (groups.size() <= kMostGroups) return groups;
  std::map<std::string, std::int64_t> coarse;
  for (const auto& [pattern, count] : groups) coarse[pattern.substr(0, pattern.find('.')) + ".*"] += count;
  return coarse;
}

}   // namespace

Result<std::vector<Sentence>> tell_leftovers(const LeftoverTensors& left) {
  for (const std::string& name : left.names)
    if (changes_the_model(left, name))
      return make_error(ErrorCode::Unsupported, say("{}, tensor {}", left.file, quote_name(name)),
                        say("expected only tensors that this family computes with, found this one, which would be "
                            "ignored"),
                        say("The model is of another family than its configuration says"));
  std::vector<Sentence> told;
  for (const auto& [pattern, count] : grouped(left.names))
    told.push_back(count == 1 ? say("tensor {}", quote_name(pattern))
                              : say("tensors {}: {}", quote_name(pattern), count));
  return told;
}

}   // namespace lift
