#include "core/tokenizer/named_templates.h"

#include <algorithm>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/io/atomic_file.h"
#include "core/io/gguf_reader.h"
#include "core/tokenizer/json_field.h"
#include "core/tokenizer/side_files.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kDefault = "default";
constexpr std::string_view kGgufKey = "tokenizer.chat_template.";
constexpr std::size_t kLargestTemplateBytes = 1 << 20;

using Templates = std::vector<NamedTemplate>;

Result<Templates> of_gguf(const GgufReader& file) {
  Templates found;
  for (const auto& [key, value] : file.keys()) {
    if (!key.starts_with(kGgufKey)) continue;
    LIFT_ASSIGN(std::string source, file.string_key(key));
    found.push_back({key.substr(kGgufKey.size()), std::move(source)});
  }
  return found;
}

Result<Templates> of_files(const fs::path& directory) {
  Templates found;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory)) {
    if (entry.path().extension() != ".jinja") continue;
    LIFT_ASSIGN(std::string source, read_whole_file(entry.path(), kLargestTemplateBytes));
    found.push_back({entry.path().stem().string(), std::move(source)});
  }
  return found;
}

Result<Templates> of_configuration(const fs::path& model) {
  Templates found;
  LIFT_ASSIGN(const SideFiles files, read_side_files(model));
  const nlohmann::json& list = json_at(files.tokenizer_config, "chat_template");
  if (!list.is_array()) return found;
  for (const nlohmann::json& entry : list) {
    const nlohmann::json &name = json_at(entry, "name"), &source = json_at(entry, "template");
    if (!name.is_string() || !source.is_string())
      return unexpected_json((model / "tokenizer_config.json").string(), "chat_template",
                             say("a list of templates with name and template"), entry);
    found.push_back({name.get<std::string>(), source.get<std::string>()});
  }
  return found;
}

Result<Templates> all_named(const fs::path& model) {
  if (fs::is_regular_file(model)) {
    LIFT_ASSIGN(const GgufReader file, GgufReader::open(model));
    return of_gguf(file);
  }
  const fs::path directory = model / "additional_chat_templates";
  if (fs::is_directory(directory)) return of_files(directory);
  if (fs::exists(model / "chat_template.jinja")) return Templates();
  return of_configuration(model);
}

}   // namespace

Result<std::vector<NamedTemplate>> load_named_templates(const fs::path& model) {
  return catch_exceptions(model.string(), [&]() -> Result<Templates> {
    LIFT_ASSIGN(Templates found, all_named(model));
    std::erase_if(found, [](const NamedTemplate& named) { return named.name == kDefault; });
    std::ranges::sort(found, {}, &NamedTemplate::name);
    return found;
  });
}

Result<std::optional<std::string>> load_tool_template(const fs::path& model) {
  LIFT_ASSIGN(std::vector<NamedTemplate> named, load_named_templates(model));
  const auto found = std::ranges::find(named, kToolTemplate, &NamedTemplate::name);
  if (found == named.end()) return std::optional<std::string>();
  return std::optional(std::move(found->source));
}

}   // namespace lift
