#pragma once
// A model's shape as the keys of a config.json, spelled as its family does. Used by exchange/. Tensor-free.
#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/model/model_config.h"

namespace lift {

// Errors: Unsupported (a rope scaling that config.json cannot name).
Result<nlohmann::json> family_json(const ModelConfig& config);

// rope_parameters with the ropes of full and of sliding layers (kind 1) in place of the flat keys: transformers 5 reads
// it.
void nest_rope(const ModelConfig& config, nlohmann::json& json);

// partial_rotary_factor: the share of a head's channels that rotate.
double rotary_share(const RopeConfig& rope, std::int64_t head_dim);

}   // namespace lift
