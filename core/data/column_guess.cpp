#include "core/data/column_guess.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "core/data/column_roles.h"
#include "core/data/data_folder.h"
#include "core/data/message_reader.h"
#include "core/data/row_file.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

constexpr int kRowsLookedAt = 100;

struct Column {
  std::string name;
  std::int64_t rows = 0, texts = 0, messages = 0, letters = 0;
  bool is_text() const { return 2 * texts > rows; }
};

constexpr std::array<std::string_view, 18> kAnswers{
    "response", "answer",      "output",    "completion", "solution", "target", "label", "reply",  "result",
    "summary",  "translation", "assistant", "category",   "class",    "intent", "json",  "chosen", "gold"};
constexpr std::array<std::string_view, 18> kPrompts{
    "prompt",  "question", "instruction", "query", "problem",   "input",    "text",    "message",  "ticket",
    "request", "source",   "user",        "human", "utterance", "sentence", "content", "document", "article"};
// Of the row, not in it.
constexpr std::array<std::string_view, 8> kMarks{"id", "idx", "index", "uuid", "date", "url", "split", "type"};

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool is_mark(const std::string& name) {
  const std::string lowered = lower(name);
  return std::ranges::any_of(
      kMarks, [&](std::string_view mark) { return lowered == mark || lowered.ends_with("_" + std::string(mark)); });
}

void look_at(std::vector<Column>& columns, const RowField& field) {
  auto found = std::ranges::find(columns, field.name, &Column::name);
  if (found == columns.end()) found = columns.insert(columns.end(), Column{field.name});
  ++found->rows;
  if (!field.is_json || field.value.starts_with('"')) {
    ++found->texts;
    found->letters += static_cast<std::int64_t>(field.value.size());
  }
  if (holds_messages(field) && field.value.starts_with('[')) ++found->messages;
}

Status read_columns(const RowFile& file, std::vector<Column>& columns) {
  const std::unique_ptr<RowCursor> rows = file.rows();
  for (int i = 0; i < kRowsLookedAt; ++i) {
    auto row = rows->next();
    if (!row.ok() && columns.empty()) return std::move(row).error();
    if (!row.ok() || !*row) break;
    if (const auto fields = file.fields((*row)->text); fields.ok())
      for (const RowField& field : *fields) look_at(columns, field);
  }
  return {};
}

// The column that is called most like one of `words`: exactly, then as a part of its name; earlier words first.
const Column* called(const std::vector<const Column*>& columns, std::span<const std::string_view> words) {
  for (const bool whole : {true, false})
    for (const std::string_view word : words)
      for (const Column* column : columns) {
        const std::string name = lower(column->name);
        if (whole ? name == word || name == std::string(word) + "s" : name.find(word) != name.npos) return column;
      }
  return nullptr;
}

std::map<std::string, std::string> roles_of(const std::vector<Column>& columns) {
  const auto messages = std::ranges::find_if(columns, [](const Column& c) { return 2 * c.messages > c.rows; });
  if (messages != columns.end()) return {{"messages", messages->name}};
  std::vector<const Column*> usable;
  for (const Column& column : columns)
    if (column.is_text() && !is_mark(column.name)) usable.push_back(&column);
  const Column* answer = called(usable, kAnswers);
  std::erase(usable, answer);
  const Column* prompt = called(usable, kPrompts);
  std::erase(usable, prompt);
  if (!answer && !usable.empty()) {
    answer = usable.back();
    usable.pop_back();
  }
  if (!prompt && !usable.empty())
    prompt = *std::ranges::max_element(
        usable, {}, [](const Column* c) { return c->letters / std::max<std::int64_t>(1, c->texts); });
  if (!prompt || !answer) return {};
  return {{"prompt", prompt->name}, {"response", answer->name}};
}

}   // namespace

std::map<std::string, std::string> guessed_roles(const RowFile& file) {
  std::vector<Column> columns;
  const Status read = read_columns(file, columns);
  return read.ok() ? roles_of(columns) : std::map<std::string, std::string>();
}

Result<ColumnGuess> guess_columns(const std::vector<fs::path>& files) {
  std::vector<Column> columns;
  for (const fs::path& path : files) {
    // One file of a folder stands for all: the others are like it, or train and the data page say that they are not.
    LIFT_ASSIGN(const DataFolder folder, files_of_data(path, DataPart::Training));
    LIFT_ASSIGN(std::shared_ptr<const RowFile> file, RowFile::open_beginning(folder.files.front()));
    std::vector<Column> seen = columns;
    Status read = read_columns(*file, seen);
    if (!file->whole() && (!read.ok() || seen.empty())) {   // a first row of many megabytes
      LIFT_ASSIGN(file, RowFile::open(folder.files.front()));
      seen = columns;
      read = read_columns(*file, seen);
    }
    LIFT_RETURN_IF_ERROR(read);
    columns = std::move(seen);
  }
  ColumnGuess guess;
  for (const Column& column : columns) guess.columns.push_back(column.name);
  const auto known = columns_by_layout({}, guess.columns);
  guess.roles = known ? known->column_map : roles_of(columns);
  return guess;
}

}   // namespace lift
