#include "core/model/architecture.h"

#include <array>

#include <nlohmann/json.hpp>

#include "core/base/say.h"

namespace lift {

Architecture llama_architecture();
Architecture mistral_architecture();

std::span<const Architecture> architectures() {
  static const std::array kArchitectures{
      llama_architecture(),
      mistral_architecture(),
  };
  return kArchitectures;
}

namespace {

Error unsupported(const std::string& file, std::string_view key, std::string_view found,
                  std::string_view Architecture::*name) {
  std::string supported;
  for (const Architecture& architecture : architectures())
    if (!(architecture.*name).empty()) supported += (supported.empty() ? "" : ", ") + std::string(architecture.*name);
  return make_error(ErrorCode::Unsupported, file,
                    say("expected {} to be one of the supported families ({}), found \"{}\"", key, supported, found),
                    say("Use a model of the Llama family: Llama 1-3, SmolLM2, Mistral"));
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
    if (architecture.gguf_name == name) return &architecture;
  return unsupported(reader.file()->path().string(), "general.architecture", name, &Architecture::gguf_name);
}

}   // namespace lift
