#pragma once
// Which layers of Qwen2 and Qwen3 have a sliding window: those that layer_types names, else those from
// max_window_layers on; none unless use_sliding_window is set. Private to core/model.
#include <nlohmann/json_fwd.hpp>

#include "core/model/family_reading.h"

namespace lift {

Status read_qwen_windows(const JsonKeys& keys, ModelConfig& config);
void qwen_windows_to_json(const ModelConfig& config, nlohmann::json& json);

}   // namespace lift
