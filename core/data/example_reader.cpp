#include "core/data/example_reader.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/data/message_reader.h"
#include "core/data/row_variables.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

bool is_blank(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

// One row on its way to an example.
class RowReader {
 public:
  RowReader(const RowFields& row, const DataColumns& columns) : row_(row), columns_(columns) {}

  Result<Example> read() {
    if (columns_.layout == DataLayout::Text) return read_text();
    LIFT_ASSIGN(std::string system, text("system"));
    if (!is_blank(system)) example_.messages.push_back({"system", std::move(system)});
    LIFT_RETURN_IF_ERROR(add_history());
    LIFT_ASSIGN(example_.input, text("input"));
    if (is_blank(example_.input)) example_.input.clear();
    LIFT_RETURN_IF_ERROR(add("messages", "user"));
    LIFT_RETURN_IF_ERROR(add("prompt", "user"));
    LIFT_RETURN_IF_ERROR(add("response", "assistant"));
    LIFT_ASSIGN(example_.variables, variables_of(row_, columns_.column_map));
    leave_out_what_follows();
    LIFT_RETURN_IF_ERROR(mark_silent());
    return std::move(example_);
  }

  // Why the row cannot train, seen from its columns alone; empty when it can.
  Result<Sentence> reason_against() const {
    for (const char* role : {"messages", "prompt", "response", "text"}) {
      const auto column = columns_.column_map.find(role);
      if (column != columns_.column_map.end() && !find_field(row_, column->second) &&
          !(columns_.layout == DataLayout::Preference && column->first == "prompt"))
        return say("no field {}", quote_name(column->second, 60));
    }
    const RowField* label = field("label");
    if (!label || !is_truth(*label)) return Sentence();
    LIFT_ASSIGN(const std::optional<bool> good, truth_of(*label, label->name));
    return good.value_or(true) ? Sentence() : say("marked as a bad answer ({}: false)", label->name);
  }

 private:
  const RowField* field(const char* role) const {
    const auto column = columns_.column_map.find(role);
    return column == columns_.column_map.end() ? nullptr : find_field(row_, column->second);
  }

  // A label that is a class of something else says nothing about the answer.
  static bool is_truth(const RowField& label) {
    if (label.is_json) return label.value == "true" || label.value == "false";
    return label.value == "True" || label.value == "False" || label.value == "true" || label.value == "false" ||
           label.value == "TRUE" || label.value == "FALSE";
  }

  Result<std::string> text(const char* role) const {
    const RowField* found = field(role);
    return found ? text_of(*found, found->name) : std::string();
  }

  Result<Example> read_text() {
    LIFT_ASSIGN(example_.text, text("text"));
    return std::move(example_);
  }

  // The text column of a role as a message, or the messages that some files have there.
  Status add(const char* role, const char* speaker) {
    const RowField* found = field(role);
    if (!found) return {};
    if (std::string_view(role) == "messages" || holds_messages(*found)) {
      LIFT_ASSIGN(MessageList list, messages_of(*found, found->name));
      if (std::string_view(role) == "response") drop_repeated_prompt(list.messages);
      std::ranges::move(list.messages, std::back_inserter(example_.messages));
      std::ranges::move(list.odd, std::back_inserter(example_.odd));
      return {};
    }
    LIFT_ASSIGN(std::string content, text_of(*found, found->name));
    example_.messages.push_back({speaker, std::move(content)});
    return {};
  }

  // Preference sets repeat the prompt in front of each answer.
  void drop_repeated_prompt(const std::vector<ChatMessage>& answer) {
    auto& messages = example_.messages;
    const auto same = [](const ChatMessage& a, const ChatMessage& b) {
      return a.role == b.role && a.content == b.content;
    };
    for (std::size_t begin = 0; begin < messages.size(); ++begin) {
      const std::size_t count = messages.size() - begin;
      if (count > answer.size() ||
          !std::equal(messages.begin() + static_cast<std::ptrdiff_t>(begin), messages.end(), answer.begin(), same))
        continue;
      messages.resize(begin);
      return;
    }
  }

  // Alpaca's "history": earlier pairs of instruction and answer.
  Status add_history() {
    const RowField* found = field("history");
    if (!found || is_null(*found) || found->value.empty() || found->value == "\"\"") return {};
    const std::optional<std::string> list = container_text(*found);
    if (!list || !list->starts_with('[')) return wrong_field(found->name, say("a list"), kind_of(*found));
    LIFT_ASSIGN(const std::vector<std::string> pairs, items_of_list(*list));
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const std::string path = fmt::format("{}[{}]", found->name, i);
      const auto pair = pairs[i].starts_with('[') ? items_of_list(pairs[i]) : Result(std::vector<std::string>());
      if (!pair.ok() || pair->size() != 2)
        return wrong_field(path, say("pairs of texts"), kind_of({.name = {}, .value = pairs[i]}));
      for (std::size_t side = 0; side < 2; ++side) {
        LIFT_ASSIGN(std::string content, text_of({.name = {}, .value = (*pair)[side]}, path));
        example_.messages.push_back({side == 0 ? "user" : "assistant", std::move(content)});
      }
    }
    return {};
  }

  // What follows the last answer would train nothing.
  void leave_out_what_follows() {
    auto& messages = example_.messages;
    const auto answers = [](const ChatMessage& message) { return message.role == "assistant"; };
    if (std::ranges::none_of(messages, answers)) return;
    while (!answers(messages.back())) {
      messages.pop_back();
      ++example_.behind_last_answer;
    }
  }

  Status mark_silent() {
    const auto& messages = example_.messages;
    for (std::size_t i = 0; i < messages.size(); ++i) {
      LIFT_ASSIGN(const bool trains, trains_by_its_fields(messages[i], fmt::format("messages[{}]", i)));
      if (trains) continue;
      example_.silent.resize(messages.size(), 0);
      example_.silent[i] = 1;
    }
    return {};
  }

  const RowFields& row_;
  const DataColumns& columns_;
  Example example_;
};

// Why the conversation cannot train; empty when it can.
Sentence reason_in(const Example& example) {
  if (example.text) return is_blank(*example.text) ? say("empty text") : Sentence();
  bool asked = false, answered = false, trains = false;
  for (std::size_t i = 0; i < example.messages.size(); ++i) {
    const ChatMessage& message = example.messages[i];
    if (message.role == "user") {
      if (is_blank(message.content)) return say("empty prompt");
      asked = true;
    }
    if (message.role != "assistant") continue;
    if (is_blank(message.content) && !calls_a_tool(message)) return say("no answer");
    if (!asked) return say("an answer before any prompt");
    answered = true;
    trains = trains || example.trains(i);
  }
  if (!asked) return say("empty prompt");
  if (!answered) return say("no answer");
  return trains ? Sentence() : say("every answer has weight 0");
}

}   // namespace

Result<ReadRow> RowParser::parse(const RowFields& row) const {
  ReadRow read;
  for (const RowField& field : row)
    if (!is_null(field)) read.columns.push_back(field.name);
  RowReader reader(row, columns_);
  LIFT_ASSIGN(read.reason, reader.reason_against());
  if (!read.reason.empty()) return read;
  LIFT_ASSIGN(Example example, reader.read());
  read.reason = reason_in(example);
  if (read.reason.empty()) read.example = std::move(example);
  return read;
}

}   // namespace lift
