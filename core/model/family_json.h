#pragma once
// A model's shape as the keys of a config.json, spelled as its family does. Used by exchange/. Tensor-free.
#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/model/model_config.h"

namespace lift {

// Errors: Unsupported (a rope scaling that config.json has no word for).
Result<nlohmann::json> family_json(const ModelConfig& config);

}   // namespace lift
