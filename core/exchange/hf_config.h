#pragma once
// A model's shape as config.json, as transformers writes it. Used by hf_folder_export. Tensor-free.
// Private to core/exchange.
#include <nlohmann/json_fwd.hpp>

#include "core/base/device.h"
#include "core/base/result.h"
#include "core/model/model_config.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

// Errors: Unsupported (a rope scaling that config.json cannot name).
Result<nlohmann::json> hf_config_json(const ModelConfig& config, DType dtype, const SpecialTokens& special);

// "bfloat16", "float32", ...
std::string_view torch_name(DType dtype);

}   // namespace lift
