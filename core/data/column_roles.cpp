#include "core/data/column_roles.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace lift {

namespace {

using Names = std::vector<std::string_view>;

struct Role {
  std::string_view name;
  bool required;
  Names usual;   // column names, best first
};
struct Layout {
  DataLayout layout;
  std::vector<Role> roles;
};

// In order of preference: a file may fit several.
const std::vector<Layout>& layouts() {
  static const Role system{"system", false, {"system", "system_prompt"}};
  static const Role tools{"tools", false, {"tools"}}, functions{"functions", false, {"functions"}};
  static const Role documents{"documents", false, {"documents"}};
  static const Role variables{"chat_template_kwargs", false, {"chat_template_kwargs"}};
  static const Role label{"label", false, {"label"}};
  const auto with_template = [](std::vector<Role> roles) {
    for (const Role& role : {system, tools, functions, documents, variables}) roles.push_back(role);
    return roles;
  };
  static const std::vector<Layout> table{
      {DataLayout::Preference,
       with_template({{"response", true, {"chosen"}},
                      {"prompt", false, {"prompt", "question", "instruction", "messages", "conversations"}},
                      {"rejected", true, {"rejected"}}})},
      {DataLayout::Messages,
       with_template({{"messages", true, {"messages", "conversations", "conversation", "dialog", "dialogue"}}, label})},
      {DataLayout::Instruction, with_template({{"prompt", true, {"instruction"}},
                                               {"response", true, {"output", "response", "completion", "answer"}},
                                               {"input", false, {"input", "context"}},
                                               {"history", false, {"history"}}})},
      {DataLayout::PromptCompletion, with_template({{"prompt", true, {"prompt", "input"}},
                                                    {"response", true, {"completion", "response", "output", "answer"}},
                                                    label})},
      {DataLayout::QuestionAnswer, with_template({{"prompt", true, {"question", "query", "problem"}},
                                                  {"response", true, {"answer", "response", "solution", "output"}}})},
      {DataLayout::Text, {{"text", true, {"text"}}}},
  };
  return table;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

// The column of a name as it is written, else in another case of letters; nothing when there is none.
std::optional<std::string> column_named(const std::vector<std::string>& columns, std::string_view name) {
  const auto exact = std::ranges::find(columns, name);
  if (exact != columns.end()) return *exact;
  const auto alike = std::ranges::find_if(columns, [&](const std::string& column) { return lower(column) == name; });
  return alike == columns.end() ? std::nullopt : std::optional(*alike);
}

bool is_taken(const std::map<std::string, std::string>& filled, const std::string& column) {
  return std::ranges::any_of(filled, [&](const auto& entry) { return entry.second == column; });
}

std::optional<std::map<std::string, std::string>> fill_roles(const Layout& layout, const DataConfig& config,
                                                             const std::vector<std::string>& columns) {
  std::map<std::string, std::string> filled;
  for (const Role& role : layout.roles)
    if (const auto given = config.column_map.find(std::string(role.name)); given != config.column_map.end())
      filled.insert(*given);
  for (const Role& role : layout.roles) {
    if (filled.contains(std::string(role.name))) continue;
    std::optional<std::string> found;
    for (std::size_t i = 0; i < role.usual.size() && !found; ++i) {
      found = column_named(columns, role.usual[i]);
      if (found && is_taken(filled, *found)) found.reset();
    }
    if (found) filled[std::string(role.name)] = *found;
    else if (role.required) return std::nullopt;
  }
  const bool uses_all =
      std::ranges::all_of(config.column_map, [&](const auto& entry) { return filled.contains(entry.first); });
  return uses_all ? std::optional(std::move(filled)) : std::nullopt;
}

}   // namespace

std::string known_layouts() {
  return "messages; conversations; chosen + rejected; instruction + output (+ input); prompt + completion; "
         "question + answer; text";
}

std::optional<DataColumns> columns_by_layout(const DataConfig& config, const std::vector<std::string>& columns) {
  for (const Layout& layout : layouts()) {
    if (config.layout != "auto" && config.layout != name_of(layout.layout)) continue;
    if (auto roles = fill_roles(layout, config, columns)) return DataColumns{layout.layout, std::move(*roles), columns};
  }
  return std::nullopt;
}

}   // namespace lift
