// The files of a data set and what their columns are for.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/say.h"
#include "core/data/column_roles.h"
#include "core/data/data_folder.h"
#include "core/data/example_reader.h"
#include "core/io/quote_name.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 6> kLayouts{"question_answer", "prompt_completion", "instruction",
                                                   "messages",        "preference",        "text"};

constexpr int kRowsLookedAt = 100;

bool has(const std::vector<std::string>& columns, std::string_view name) {
  return std::ranges::find(columns, name) != columns.end();
}

// The column names of the first rows. A row that is broken is left to read_rows, which counts all of them.
Result<std::vector<std::string>> first_columns(const RowFile& file) {
  std::vector<std::string> columns;
  const std::unique_ptr<RowCursor> rows = file.rows();
  for (int i = 0; i < kRowsLookedAt; ++i) {
    LIFT_ASSIGN(const std::optional<RawRow> row, rows->next());
    if (!row) break;
    const auto fields = file.fields(row->text);
    if (!fields.ok()) continue;
    for (const RowField& field : *fields)
      if (!has(columns, field.name)) columns.push_back(field.name);
  }
  return columns;
}

// Nothing in the first rows is an object: read_rows names the first line and why.
Error no_rows(const std::shared_ptr<const RowFile>& file) {
  const SourceFile source{file, {DataLayout::QuestionAnswer, {{"prompt", "question"}, {"response", "answer"}}, {}}};
  const Status status = read_rows({source}, kRowsLookedAt, [](ReadRow) { return Status(); });
  if (!status.ok()) return status.error();
  return make_error(ErrorCode::Malformed, file->path().string(), say("expected rows, found an empty list"));
}

Sentence mapping_advice(const std::map<std::string, std::string>& guess) {
  std::vector<std::string> pairs;
  for (const auto& [role, column] : guess) pairs.push_back(fmt::format("{}={}", role, column));
  if (pairs.empty()) return say("Map them by hand: prompt=COLUMN, response=COLUMN (or messages=COLUMN)");
  return say("Map them by hand: prompt=COLUMN, response=COLUMN (or messages=COLUMN), perhaps {}",
             fmt::join(pairs, ", "));
}

Error no_layout(const RowFile& file, const DataConfig& config, const std::vector<std::string>& columns) {
  const Sentence expected = config.layout == "auto" ? say("the columns of a layout we know ({})", known_layouts())
                                                    : say("the columns of the layout {}", config.layout);
  return make_error(ErrorCode::InvalidArgument, file.path().string(),
                    say("expected {}, found {}", expected, fmt::join(columns, ", ")),
                    mapping_advice(guessed_roles(file)));
}

Status check_mapped(const fs::path& file, const DataConfig& config, const std::vector<std::string>& columns) {
  for (const auto& [role, column] : config.column_map)
    if (!has(columns, column))
      return make_error(ErrorCode::InvalidArgument, file.string(),
                        say("expected the column {}, mapped as {}, found only {}", quote_name(column), role,
                            fmt::join(columns, ", ")));
  return {};
}

Result<DataColumns> find_columns(const std::shared_ptr<const RowFile>& file, const DataConfig& config) {
  LIFT_ASSIGN(const std::vector<std::string> columns, first_columns(*file));
  if (columns.empty()) return no_rows(file);
  LIFT_RETURN_IF_ERROR(check_mapped(file->path(), config, columns));
  if (auto found = columns_by_layout(config, columns)) return std::move(*found);
  return no_layout(*file, config, columns);
}

}   // namespace

std::string_view name_of(DataLayout layout) { return kLayouts[static_cast<std::size_t>(layout)]; }

Result<DataLayout> layout_of(std::string_view name) {
  const auto found = std::ranges::find(kLayouts, name);
  if (found == kLayouts.end())
    return make_error(ErrorCode::InvalidArgument, say("layout"),
                      say("expected one of {}, found {}", fmt::join(kLayouts, ", "), quote_name(std::string(name))));
  return static_cast<DataLayout>(found - kLayouts.begin());
}

Result<std::vector<SourceFile>> open_sources(const std::vector<fs::path>& files, const DataConfig& config,
                                             const TaskContext& task, bool held_out) {
  std::vector<SourceFile> sources;
  for (const fs::path& name : files) {
    LIFT_ASSIGN(DataFolder folder, files_of_data(name, held_out ? DataPart::HeldOut : DataPart::Training));
    for (const fs::path& path : folder.files) {
      LIFT_ASSIGN(std::shared_ptr<const RowFile> file, RowFile::open(path, task));
      LIFT_ASSIGN(DataColumns columns, find_columns(file, config));
      sources.push_back({std::move(file), std::move(columns), std::exchange(folder.told, {})});
    }
  }
  return sources;
}

}   // namespace lift
