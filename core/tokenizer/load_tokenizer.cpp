// Which file of a model holds its tokenizer and its chat template.
#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/io/atomic_file.h"
#include "core/tokenizer/folder_tokenizer.h"
#include "core/tokenizer/gguf_tokenizer.h"
#include "core/tokenizer/json_field.h"
#include "core/tokenizer/side_files.h"

namespace lift {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::size_t kLargestTemplateBytes = 1 << 20;
// A template as text, or the one called "default" of a list of named ones.
Result<std::optional<std::string>> template_from(const json& value, const std::string& subject) {
  if (value.is_null()) return std::optional<std::string>();
  if (value.is_string()) return std::optional(value.get<std::string>());
  if (!value.is_array())
    return unexpected_json(subject, "chat_template", say("a text or a list of named templates"), value);
  for (const json& entry : value)
    if (json_at(entry, "name") == "default" && json_at(entry, "template").is_string())
      return std::optional(json_at(entry, "template").get<std::string>());
  return std::optional<std::string>();
}

bool is_gguf(const fs::path& path) { return fs::is_regular_file(path); }

}   // namespace

Result<std::unique_ptr<Tokenizer>> load_tokenizer(const fs::path& model) {
  return catch_exceptions(model.string(), [&]() -> Result<std::unique_ptr<Tokenizer>> {
    if (is_gguf(model)) {
      LIFT_ASSIGN(const GgufReader file, GgufReader::open(model));
      return tokenizer_from_gguf(file);
    }
    if (!fs::is_directory(model))
      return make_error(ErrorCode::NotFound, model.string(),
                        say("expected a GGUF file or a model folder, found nothing"));
    return tokenizer_from_folder(model);
  });
}

Result<std::optional<std::string>> load_chat_template(const fs::path& model) {
  return catch_exceptions(model.string(), [&]() -> Result<std::optional<std::string>> {
    if (is_gguf(model)) {
      LIFT_ASSIGN(const GgufReader file, GgufReader::open(model));
      if (!file.key("tokenizer.chat_template")) return std::optional<std::string>();
      LIFT_ASSIGN(std::string text, file.string_key("tokenizer.chat_template"));
      return std::optional(std::move(text));
    }
    if (!fs::is_directory(model))
      return make_error(ErrorCode::NotFound, model.string(),
                        say("expected a GGUF file or a model folder, found nothing"));
    // In the order of transformers: a default among the named templates counts before the plain file.
    for (const char* name : {"additional_chat_templates/default.jinja", "chat_template.jinja"}) {
      if (!fs::exists(model / name)) continue;
      LIFT_ASSIGN(std::string text, read_whole_file(model / name, kLargestTemplateBytes));
      return std::optional(std::move(text));
    }
    LIFT_ASSIGN(const SideFiles files, read_side_files(model));
    return template_from(json_at(files.tokenizer_config, "chat_template"), (model / "tokenizer_config.json").string());
  });
}

}   // namespace lift
