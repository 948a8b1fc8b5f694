#include "core/model/qwen_windows.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/say.h"

namespace lift {

namespace {

constexpr std::int64_t kDefaultWindow = 4096, kDefaultFullLayers = 28;

}   // namespace

Status read_qwen_windows(const JsonKeys& keys, ModelConfig& config) {
  LIFT_ASSIGN(std::vector<bool> slides, read_sliding_layers(keys, config.layer_count));
  LIFT_ASSIGN(const std::int64_t full_layers, keys.integer("max_window_layers", kDefaultFullLayers));
  LIFT_ASSIGN(const std::int64_t window,
              keys.integer("sliding_window", keys.has("sliding_window") ? 0 : kDefaultWindow));
  LIFT_ASSIGN(const bool used, keys.boolean("use_sliding_window", false));
  const bool asked = std::find(slides.begin(), slides.end(), true) != slides.end();
  if (asked && (!used || window == 0))
    return make_error(ErrorCode::Malformed, keys.file(),
                      say("expected use_sliding_window and a sliding_window, since layer_types names sliding layers; "
                          "found neither or one"));
  if (!used) return {};
  if (window < 0) return keys.wrong("sliding_window", say("0 (none) or more tokens"), keys.find("sliding_window"));
  if (slides.empty())
    for (std::int64_t layer = 0; layer < config.layer_count && config.layer_count < (1 << 16); ++layer)
      slides.push_back(layer >= full_layers);
  set_sliding_layers(config, window, slides);
  return {};
}

void qwen_windows_to_json(const ModelConfig& config, nlohmann::json& json) {
  const bool used = !config.layer_kinds.empty();
  json["use_sliding_window"] = used;
  json["sliding_window"] =
      used ? nlohmann::json(config.other_attention.front().sliding_window) : nlohmann::json(nullptr);
  json["layer_types"] = nlohmann::json::array();
  for (std::int64_t layer = 0; layer < config.layer_count; ++layer)
    json["layer_types"].push_back(config.attention_kind(layer) == 1 ? "sliding_attention" : "full_attention");
}

}   // namespace lift
