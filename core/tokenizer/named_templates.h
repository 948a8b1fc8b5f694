#pragma once
// The chat templates that a model stores by name besides its default one ("tool_use", "rag", ...). As in transformers,
// rows with tools use the template named "tool_use" if the model has one; no other named template is used.
// Tensor-free.
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace lift {

inline constexpr std::string_view kToolTemplate = "tool_use";

struct NamedTemplate {
  std::string name, source;
};

// All templates but "default", with their names. From a folder: additional_chat_templates/NAME.jinja if the folder has
// template files, else the list in tokenizer_config.json; from a GGUF file: the keys tokenizer.chat_template.NAME.
// Errors: NotFound, Io; Malformed for an entry without name or text.
Result<std::vector<NamedTemplate>> load_named_templates(const std::filesystem::path& model);

// The template for rows with tools, if the model stores one. Errors as above.
Result<std::optional<std::string>> load_tool_template(const std::filesystem::path& model);

}   // namespace lift
