#include "core/exchange/hf_config.h"

#include <nlohmann/json.hpp>

#include "core/model/family_json.h"

namespace lift {

namespace {

using nlohmann::json;

json id_or_null(const std::optional<TokenId>& id) { return id ? json(*id) : json(nullptr); }

}   // namespace

std::string_view torch_name(DType dtype) {
  switch (dtype) {
    case DType::BF16: return "bfloat16";
    case DType::F16: return "float16";
    case DType::F64: return "float64";
    default: return "float32";
  }
}

Result<json> hf_config_json(const ModelConfig& config, DType dtype, const SpecialTokens& special) {
  LIFT_ASSIGN(json value, family_json(config));
  value["attention_dropout"] = 0.0;
  value["initializer_range"] = 0.02;
  value["use_cache"] = true;
  value["torch_dtype"] = torch_name(dtype);
  value["bos_token_id"] = id_or_null(special.bos);
  value["eos_token_id"] = id_or_null(special.eos);
  value["pad_token_id"] = id_or_null(special.pad);
  return value;
}

}   // namespace lift
