// Qwen3, dense, and DeepSeek-R1-0528-Qwen3. Llama with a norm of every head of q and k before the rotation, and a head
// width of its own.
#include <nlohmann/json.hpp>

#include "core/model/architecture.h"
#include "core/model/qwen_windows.h"

namespace lift {

namespace {

using Json = nlohmann::json;

Result<ModelConfig> from_json(const Json& json, const std::string& file) {
  const JsonKeys keys(json, file);
  LIFT_ASSIGN(ModelConfig config, read_json_config(keys, {.family = "qwen3", .head_dim = 128, .max_positions = 32768}));
  LIFT_ASSIGN(const bool biased, keys.boolean("attention_bias", false));
  if (biased) add_attention_biases(config.layer, true);
  add_head_norms(config.layer, Extent::Head, Extent::Head);
  LIFT_RETURN_IF_ERROR(read_qwen_windows(keys, config));
  return validated(std::move(config), file);
}

Result<ModelConfig> from_gguf(const GgufReader& reader) {
  const GgufKeys keys(reader, "qwen3");
  LIFT_ASSIGN(ModelConfig config, read_gguf_config(keys, "qwen3"));
  if (keys.has_tensor("blk.0.attn_q.bias"))
    add_attention_biases(config.layer, keys.has_tensor("blk.0.attn_output.bias"));
  add_head_norms(config.layer, Extent::Head, Extent::Head);
  return validated(std::move(config), keys.file());
}

void to_json(const ModelConfig& config, Json& json) {
  qwen_windows_to_json(config, json);
  json["attention_bias"] = config.layer.find(LayerVector::QBias) != nullptr;
}

}   // namespace

Architecture qwen3_architecture() {
  return {.family = "qwen3",
          .gguf_name = "qwen3",
          .hf_class = "Qwen3ForCausalLM",
          .from_json = from_json,
          .from_gguf = from_gguf,
          .to_json = to_json};
}

}   // namespace lift
