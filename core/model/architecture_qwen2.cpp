// Qwen2: Qwen2.5, Qwen2.5-Coder, the R1 distillates of Qwen. Llama with biases on q, k and v, which no key names.
#include <nlohmann/json.hpp>

#include "core/model/architecture.h"
#include "core/model/qwen_windows.h"

namespace lift {

namespace {

using Json = nlohmann::json;

Result<ModelConfig> from_json(const Json& json, const std::string& file) {
  const JsonKeys keys(json, file);
  LIFT_ASSIGN(ModelConfig config, read_json_config(keys, {.family = "qwen2", .max_positions = 32768}));
  add_attention_biases(config.layer, false);
  LIFT_RETURN_IF_ERROR(read_qwen_windows(keys, config));
  return validated(std::move(config), file);
}

Result<ModelConfig> from_gguf(const GgufReader& reader) {
  const GgufKeys keys(reader, "qwen2");
  LIFT_ASSIGN(ModelConfig config, read_gguf_config(keys, "qwen2"));
  add_attention_biases(config.layer, false);
  return validated(std::move(config), keys.file());
}

}   // namespace

Architecture qwen2_architecture() {
  return {.family = "qwen2",
          .gguf_name = "qwen2",
          .hf_class = "Qwen2ForCausalLM",
          .from_json = from_json,
          .from_gguf = from_gguf,
          .to_json = qwen_windows_to_json};
}

}   // namespace lift
