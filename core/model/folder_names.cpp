#include "core/model/folder_names.h"

#include <array>
#include <string_view>
#include <vector>

namespace lift {

namespace {

constexpr std::string_view kModel = "model.", kHead = "lm_head.";

// Every text model has one of these; what stands before it is the stem.
constexpr std::array<std::string_view, 2> kLandmarks{"layers.0.self_attn.o_proj.weight", "embed_tokens.weight"};

std::vector<std::string> stems(const std::set<std::string>& stored, std::string_view landmark) {
  std::vector<std::string> found;
  for (const std::string& name : stored)
    if (name.ends_with(landmark)) {
      const std::string stem = name.substr(0, name.size() - landmark.size());
      if (stem.empty() || stem.ends_with('.')) found.push_back(stem);
    }
  return found;
}

// A vision tower has layers too: of several stems the one with an embedding of words is the text model's.
std::string body_of(const std::set<std::string>& stored) {
  for (const std::string_view landmark : kLandmarks)
    if (stored.contains(std::string(kModel) + std::string(landmark))) return std::string(kModel);
  for (const std::string_view landmark : kLandmarks) {
    const std::vector<std::string> found = stems(stored, landmark);
    if (found.size() == 1) return found.front();
    for (const std::string& stem : found)
      if (stored.contains(stem + "embed_tokens.weight")) return stem;
  }
  return std::string(kModel);
}

std::string head_of(const std::set<std::string>& stored, const std::string& body) {
  if (stored.contains("lm_head.weight")) return std::string(kHead);
  const std::string outer = body.ends_with(kModel) ? body.substr(0, body.size() - kModel.size()) : body;
  if (stored.contains(outer + "lm_head.weight")) return outer + std::string(kHead);
  const std::vector<std::string> found = stems(stored, "lm_head.weight");
  return found.size() == 1 ? found.front() + std::string(kHead) : std::string(kHead);
}

}   // namespace

FolderNames FolderNames::of(const std::set<std::string>& stored) {
  FolderNames names;
  names.body_ = body_of(stored);
  names.head_ = head_of(stored, names.body_);
  return names;
}

std::string FolderNames::stored(const std::string& usual) const {
  if (usual.starts_with(kModel)) return body_ + usual.substr(kModel.size());
  if (usual.starts_with(kHead)) return head_ + usual.substr(kHead.size());
  return usual;
}

}   // namespace lift
