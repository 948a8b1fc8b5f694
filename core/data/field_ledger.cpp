#include "core/data/field_ledger.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/data/message_reader.h"
#include "core/data/prompt_probe.h"

namespace lift {

namespace {

constexpr int kMostTrials = 4;

bool is_variable_role(std::string_view role) {
  return role == "tools" || role == "functions" || role == "documents" || role == "chat_template_kwargs";
}

}   // namespace

Sentence sentence_of(const LeftOutRows& out) {
  return say("{} rows left out: {} (the first: {})", out.rows, out.reason, out.first);
}

void FieldLedger::add_file(const SourceFile& source) {
  books_.push_back({});
  books_.back().source = source;
  for (const std::string& column : source.columns.columns) books_.back().columns[column] = 0;
}

void FieldLedger::add_row(std::int32_t file, const ReadRow& row) {
  Book& book = books_[static_cast<std::size_t>(file)];
  for (const std::string& column : row.columns) ++book.columns[column];
  if (row.example) add_example(book, *row.example);
}

template <typename Without>
void FieldLedger::count(Tried& tried, std::int64_t count, const Example& example, const Without& without) {
  tried.count += count;
  if (prompt_.name() != "chat" || tried.used || tried.trials >= kMostTrials) return;
  ++tried.trials;
  tried.used = !renders_alike(prompt_, example, without());
}

void FieldLedger::add_example(Book& book, const Example& example) {
  book.texts += example.text ? 1 : 0;
  book.behind += example.behind_last_answer;
  count_messages(book, example);
  if (!example.variables) return;
  for (const auto& [name, value] : example.variables->items())
    count(book.variables[name], 1, example, [&, &name = name] { return without_variable(example, name); });
}

void FieldLedger::count_messages(Book& book, const Example& example) {
  std::map<std::string, std::int64_t> names;
  for (std::size_t i = 0; i < example.messages.size(); ++i) {
    const ChatMessage& message = example.messages[i];
    const bool answers = message.role == "assistant";
    book.silent += answers && !example.trains(i) ? 1 : 0;
    if (!message.fields) continue;
    for (const auto& [name, value] : message.fields->items()) {
      if (name != "content") ++names[name];
      book.foreign_training += !answers && name != "weight" && is_training_field(name) && value == true ? 1 : 0;
    }
  }
  for (const auto& [name, number] : names)
    count(book.message_fields[name], number, example,
          [&, &name = name] { return without_message_field(example, name); });
}

bool FieldLedger::template_uses(const Book& book, const std::string& role) const {
  if (role == "chat_template_kwargs")
    return std::ranges::any_of(book.variables, [](const auto& entry) {
      return entry.first != "tools" && entry.first != "documents" && entry.second.used;
    });
  const auto tried = book.variables.find(role == "functions" ? "tools" : role);
  return tried != book.variables.end() && tried->second.used;
}

std::vector<FieldUse> FieldLedger::uses() const {
  std::vector<FieldUse> uses;
  for (std::size_t file = 0; file < books_.size(); ++file) {
    const Book& book = books_[file];
    for (const auto& [name, count] : book.columns) {
      FieldUse use{static_cast<std::int32_t>(file), FieldUse::Where::Row, name, "", count};
      for (const auto& [role, column] : book.source.columns.column_map)
        if (column == name && role != "rejected" && (!is_variable_role(role) || template_uses(book, role)))
          use.role = role;
      uses.push_back(std::move(use));
    }
    for (const auto& [name, tried] : book.message_fields) {
      const bool used = tried.used || is_training_field(name);
      uses.push_back({static_cast<std::int32_t>(file), FieldUse::Where::Message, name, used ? name : "", tried.count});
    }
    for (const auto& [name, tried] : book.variables)
      if (name != "tools" && name != "documents")
        uses.push_back(
            {static_cast<std::int32_t>(file), FieldUse::Where::Template, name, tried.used ? name : "", tried.count});
  }
  return uses;
}

std::vector<Sentence> FieldLedger::remarks() const {
  std::vector<Sentence> told;
  const auto name_of_file = [&](std::size_t file) { return books_[file].source.rows->path().filename().string(); };
  for (std::size_t file = 0; file < books_.size(); ++file) {
    const Book& book = books_[file];
    const std::string name = name_of_file(file);
    told.insert(told.end(), book.source.told.begin(), book.source.told.end());
    for (const Sentence& how : book.source.rows->told()) told.push_back(say("{}: {}", name, how));
    if (book.texts > 0)
      told.push_back(
          say("{}: {} texts to go on from, in {} pieces; every token trains", name, book.texts, book.pieces));
    if (book.silent > 0) told.push_back(say("{}: {} answers have weight 0 and do not train", name, book.silent));
    if (book.behind > 0)
      told.push_back(say("{}: {} messages behind the last answer of their row are left out", name, book.behind));
    if (book.foreign_training > 0)
      told.push_back(say("{}: {} messages are marked to train that are no answers: only answers train", name,
                         book.foreign_training));
  }
  for (const FieldUse& use : uses()) {
    if (!use.role.empty() || use.count == 0) continue;
    const std::string name = name_of_file(static_cast<std::size_t>(use.file));
    const auto& roles = books_[static_cast<std::size_t>(use.file)].source.columns.column_map;
    const bool for_template = std::ranges::any_of(
        roles, [&](const auto& entry) { return entry.second == use.name && is_variable_role(entry.first); });
    const auto rejected = roles.find("rejected");
    if (use.where == FieldUse::Where::Message)
      told.push_back(say("{}: field {} of {} messages is not used", name, use.name, use.count));
    else if (use.where == FieldUse::Where::Template)
      told.push_back(
          say("{}: {} in chat_template_kwargs of {} rows is not used by the template", name, use.name, use.count));
    else if (rejected != roles.end() && rejected->second == use.name)
      told.push_back(
          say("{}: the answers in {} of {} rows are not used: the chosen ones train", name, use.name, use.count));
    else if (for_template)
      told.push_back(
          say("{}: field {} of {} rows is not used: the prompts have no place for it", name, use.name, use.count));
    else told.push_back(say("{}: field {} of {} rows is not used", name, use.name, use.count));
  }
  return told;
}

}   // namespace lift
