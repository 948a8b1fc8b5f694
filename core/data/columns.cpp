// Which column plays which role.
#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <simdjson.h>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/data/example_reader.h"
#include "core/data/row_scanner.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

constexpr int rows_looked_at = 100;

struct Role {
  std::string_view name;
  bool required;
  std::vector<std::string_view> usual;   // column names, best first
};
struct Layout {
  DataLayout layout;
  std::vector<Role> roles;
};

// In order of preference: a file may fit several.
const std::vector<Layout>& layouts() {
  static const std::vector<std::string_view> answers{"response", "answer", "output", "completion", "solution"};
  static const Role system{"system", false, {"system", "system_prompt"}};
  static const std::vector<Layout> table{
      {DataLayout::Messages, {{"messages", true, {"messages", "conversations", "conversation"}}, system}},
      {DataLayout::Instruction,
       {{"prompt", true, {"instruction"}},
        {"response", true, {"output", "response", "completion", "answer"}},
        {"input", false, {"input", "context"}},
        system}},
      {DataLayout::PromptCompletion,
       {{"prompt", true, {"prompt"}}, {"response", true, {"completion", "response", "output", "answer"}}, system}},
      {DataLayout::QuestionAnswer,
       {{"prompt", true, {"question", "query", "problem"}},
        {"response", true, {"answer", "response", "solution", "output"}},
        system}},
  };
  return table;
}

bool has(const std::vector<std::string>& columns, std::string_view name) {
  return std::ranges::find(columns, name) != columns.end();
}

// The columns of the roles, as given by hand or by their usual names; nothing when a required one is missing.
std::optional<std::map<std::string, std::string>> fill_roles(const Layout& layout, const DataConfig& config,
                                                             const std::vector<std::string>& columns) {
  std::map<std::string, std::string> filled;
  for (const Role& role : layout.roles) {
    if (const auto given = config.column_map.find(std::string(role.name)); given != config.column_map.end()) {
      filled[given->first] = given->second;
      continue;
    }
    const auto usual = std::ranges::find_if(role.usual, [&](std::string_view name) { return has(columns, name); });
    if (usual != role.usual.end()) filled[std::string(role.name)] = std::string(*usual);
    else if (role.required) return std::nullopt;
  }
  const bool uses_all =
      std::ranges::all_of(config.column_map, [&](const auto& entry) { return filled.contains(entry.first); });
  return uses_all ? std::optional(std::move(filled)) : std::nullopt;
}

Error no_layout(const fs::path& file, const DataConfig& config, const std::vector<std::string>& columns) {
  constexpr std::string_view kLayouts =
      "messages; instruction + output (+ input); prompt + completion; question + answer";
  const Sentence expected = config.layout == "auto" ? say("the columns of a layout we know ({})", kLayouts)
                                                    : say("the columns of the layout {}", config.layout);
  if (has(columns, "chosen") && has(columns, "rejected"))
    return make_error(ErrorCode::Unsupported, file.string(),
                      say("expected rows with a prompt and one answer, found preference pairs (chosen, rejected)"),
                      say("Map the answer to train on by hand: prompt=..., response=chosen"));
  return make_error(ErrorCode::InvalidArgument, file.string(),
                    say("expected {}, found {}", expected, fmt::join(columns, ", ")),
                    say("Map them by hand: prompt=COLUMN, response=COLUMN (or messages=COLUMN)"));
}

Status check_mapped(const fs::path& file, const DataConfig& config, const std::vector<std::string>& columns) {
  for (const auto& [role, column] : config.column_map)
    if (!has(columns, column))
      return make_error(ErrorCode::InvalidArgument, file.string(),
                        say("expected the column {}, mapped as {}, found only {}", quote_name(column), role,
                            fmt::join(columns, ", ")));
  return {};
}

// The column names of the first rows. A row that is broken is left to read_rows, which counts all of them.
Status add_columns(const fs::path& file, std::vector<std::string>& columns) {
  LIFT_ASSIGN(RowScanner rows, RowScanner::open(file));
  simdjson::dom::parser parser;
  for (int i = 0; i < rows_looked_at; ++i) {
    LIFT_ASSIGN(const std::optional<RawRow> row, rows.next());
    if (!row) break;
    simdjson::dom::object object;
    if (parser.parse(row->text.data(), row->text.size()).get(object)) continue;
    for (const auto& [key, value] : object)
      if (!has(columns, key)) columns.emplace_back(key);
  }
  return {};
}

}   // namespace

std::string_view name_of(DataLayout layout) {
  constexpr std::array<std::string_view, 4> names{"question_answer", "prompt_completion", "instruction", "messages"};
  return names[static_cast<std::size_t>(layout)];
}

Result<DataColumns> find_columns(const std::vector<fs::path>& files, const DataConfig& config) {
  DataColumns found;
  for (const fs::path& file : files) LIFT_RETURN_IF_ERROR(add_columns(file, found.columns));
  if (found.columns.empty()) {
    // Nothing in the first rows is an object: read_rows names the first line and why.
    found.column_map = {{"prompt", "question"}, {"response", "answer"}};
    LIFT_RETURN_IF_ERROR(read_rows(files, found, rows_looked_at, [](ReadRow) { return Status(); }));
    return make_error(ErrorCode::Malformed, files.front().string(), say("expected rows, found an empty list"));
  }
  LIFT_RETURN_IF_ERROR(check_mapped(files.front(), config, found.columns));
  for (const Layout& layout : layouts()) {
    if (config.layout != "auto" && config.layout != name_of(layout.layout)) continue;
    if (auto roles = fill_roles(layout, config, found.columns)) {
      found.layout = layout.layout;
      found.column_map = std::move(*roles);
      return found;
    }
  }
  return no_layout(files.front(), config, found.columns);
}

}   // namespace lift
