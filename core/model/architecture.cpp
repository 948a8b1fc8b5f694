#include "core/model/architecture.h"

#include <algorithm>
#include <array>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/say.h"

namespace lift {

Architecture llama_architecture();
Architecture mistral_architecture();
Architecture qwen2_architecture();
Architecture qwen3_architecture();
Architecture gemma_architecture();
Architecture gemma2_architecture();
Architecture gemma3_architecture();
Architecture granite_architecture();
Architecture smollm3_architecture();
Architecture olmo2_architecture();
Architecture olmo3_architecture();
Architecture ministral3_architecture();
Architecture glm4_architecture();
Architecture phi3_architecture();
Architecture qwen3_5_architecture();

std::span<const Architecture> architectures() {
  static const std::array kArchitectures{
      llama_architecture(),   mistral_architecture(),    qwen2_architecture(),   qwen3_architecture(),
      gemma_architecture(),   gemma2_architecture(),     gemma3_architecture(),  granite_architecture(),
      smollm3_architecture(), olmo2_architecture(),      phi3_architecture(),    glm4_architecture(),
      olmo3_architecture(),   ministral3_architecture(), qwen3_5_architecture(),
  };
  return kArchitectures;
}

namespace {

// Families that people ask for: the nearest of ours, and what is missing for them.
struct Missing {
  std::string_view family, nearest;
  Sentence needs;
};

const std::vector<Missing>& missing_families() {
  static const std::vector<Missing> kMissing{
      {"gemma3", "gemma3_text", say("its text part in a folder of its own")},
      {"gemma4", "gemma3_text", say("keys that serve as values, and layers of two head widths")},
      {"granitehybrid", "llama", say("state-space layers")},
      {"granitemoehybrid", "llama", say("state-space layers")},
      {"mistral3", "ministral3", say("its text part, of model_type mistral or ministral3")},
      {"lfm2", "qwen3", say("gated convolutions in place of attention")},
      {"qwen3_5", "qwen3_5_text", say("its text part, of model_type qwen3_5_text")},
      {"gpt2", "llama", say("layer norms with biases, learned positions and a feed-forward without a gate")},
      {"gpt_neox", "llama", say("layer norms with biases and blocks side by side")},
      {"falcon", "llama", say("layer norms with biases and blocks side by side")},
      {"phi", "llama", say("layer norms with biases and blocks side by side")},
      {"cohere", "llama", say("layer norms and blocks side by side")},
      {"cohere2", "llama", say("layer norms and blocks side by side")},
      {"starcoder2", "llama", say("layer norms with biases and a feed-forward without a gate")},
  };
  return kMissing;
}

bool mixture_of_experts(std::string_view name) {
  constexpr std::array<std::string_view, 11> kNames{"mixtral",     "gpt_oss",     "gpt-oss",   "dbrx",
                                                    "deepseek_v2", "deepseek_v3", "deepseek2", "llama4",
                                                    "jamba",       "grok-1",      "qwen3_next"};
  return name.find("moe") != name.npos || std::ranges::find(kNames, name) != kNames.end();
}

Error unsupported(const std::string& file, std::string_view key, const std::string& found,
                  std::string_view Architecture::*name) {
  if (mixture_of_experts(found))
    return make_error(ErrorCode::Unsupported, file,
                      say("{} is \"{}\", a mixture of experts; supported are dense models only", key, found));
  std::string supported;
  for (const Architecture& architecture : architectures())
    if (!(architecture.*name).empty()) supported += (supported.empty() ? "" : ", ") + std::string(architecture.*name);
  const auto missing = std::ranges::find(missing_families(), found, &Missing::family);
  return make_error(
      ErrorCode::Unsupported, file,
      say("expected {} to be one of the supported families ({}), found \"{}\"", key, supported, found),
      missing != missing_families().end()
          ? say("The nearest is {}; {} would need in addition: {}", missing->nearest, found, missing->needs)
          : say("Use a model of one of these families: Llama, SmolLM2, SmolLM3, Mistral, Qwen2.5, Qwen3, Gemma 1, "
                "2 and 3, Ministral 3, Granite 3, OLMo 2 and 3, Phi-3, Phi-4, GLM-4, Qwen3.5"));
}

}   // namespace

Result<const Architecture*> architecture_of_json(const nlohmann::json& config, const std::string& file) {
  if (!config.is_object())
    return make_error(ErrorCode::Malformed, file, say("expected a JSON object, found another kind of value"));
  const auto found = config.find("model_type");
  if (found == config.end() || !found->is_string())
    return make_error(ErrorCode::Malformed, file, say("expected the key model_type with a text, found none"),
                      say("Is this the config.json of a Hugging Face model?"));
  const auto& type = found->get_ref<const std::string&>();
  for (const Architecture& architecture : architectures())
    if (architecture.family == type) return &architecture;
  return unsupported(file, "model_type", type, &Architecture::family);
}

Result<const Architecture*> architecture_of_gguf(const GgufReader& reader) {
  LIFT_ASSIGN(const std::string name, reader.string_key("general.architecture"));
  for (const Architecture& architecture : architectures())
    if (!name.empty() && architecture.gguf_name == name) return &architecture;
  return unsupported(reader.file()->path().string(), "general.architecture", name, &Architecture::gguf_name);
}

}   // namespace lift
