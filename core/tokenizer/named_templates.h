#pragma once
// The chat templates that a model stores by name beside its usual one ("tool_use", "rag", ...). As transformers does,
// rows that bring tools are rendered by the one called "tool_use" where it exists; no other name is ever chosen.
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

// All but "default", by name. Of a folder: additional_chat_templates/NAME.jinja where the folder has template files at
// all, else the list in tokenizer_config.json; of a GGUF file: the keys tokenizer.chat_template.NAME.
// Errors: NotFound, Io, and Malformed for an entry without a name or a text.
Result<std::vector<NamedTemplate>> load_named_templates(const std::filesystem::path& model);

// The template for rows with tools, if the model stores one. Errors as above.
Result<std::optional<std::string>> load_tool_template(const std::filesystem::path& model);

}   // namespace lift
