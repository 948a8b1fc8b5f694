#include "core/data/example_reader.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <simdjson.h>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/data/row_scanner.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"

namespace lift {

namespace fs = std::filesystem;
namespace sj = simdjson;

namespace {

Error wrong(std::string_view field, const Sentence& expected, const Sentence& found) {
  return make_error(ErrorCode::Malformed, Sentence(),
                    say("field \"{}\": expected {}, found {}", field, expected, found));
}

Sentence kind_of(const sj::dom::element& value) {
  switch (value.type()) {
    case sj::dom::element_type::ARRAY: return say("a list");
    case sj::dom::element_type::OBJECT: return say("an object");
    case sj::dom::element_type::STRING: return say("a text");
    case sj::dom::element_type::BOOL: return say("true or false");
    case sj::dom::element_type::NULL_VALUE: return Sentence::verbatim("null");
    default: return say("a number");
  }
}

bool is_blank(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

// A text; numbers and truth values count as their usual writing, null as nothing.
Result<std::string> text_of(const sj::dom::element& value, std::string_view field) {
  switch (value.type()) {
    case sj::dom::element_type::STRING: return std::string(value.get_string().value_unsafe());
    case sj::dom::element_type::INT64:
    case sj::dom::element_type::UINT64:
    case sj::dom::element_type::DOUBLE:
    case sj::dom::element_type::BOOL: return std::string(sj::minify(value));
    case sj::dom::element_type::NULL_VALUE: return std::string();
    default: return wrong(field, say("a text"), kind_of(value));
  }
}

Result<std::string> text_column(const sj::dom::object& row, const std::map<std::string, std::string>& columns,
                                const std::string& role) {
  const auto column = columns.find(role);
  sj::dom::element value;
  if (column == columns.end() || row[column->second].get(value)) return std::string();
  return text_of(value, column->second);
}

std::string role_from(std::string_view written) {
  if (written == "human" || written == "user" || written == "prompter") return "user";
  if (written == "gpt" || written == "assistant" || written == "model" || written == "bot") return "assistant";
  if (written == "observation" || written == "function" || written == "tool") return "tool";
  if (written == "system" || written == "developer") return "system";
  return {};
}

// OpenAI's content may be a list of parts; only texts among them can be read.
Result<std::string> message_content(const sj::dom::element& value, const std::string& field) {
  sj::dom::array parts;
  if (value.get(parts)) return text_of(value, field);
  std::string text;
  for (const sj::dom::element part : parts) {
    sj::dom::element content;
    if (part["text"].get(content)) return wrong(field, say("parts of text"), say("a part without text"));
    LIFT_ASSIGN(const std::string more, text_of(content, field));
    text += more;
  }
  return text;
}

std::optional<sj::dom::element> first_of(const sj::dom::object& object, std::initializer_list<const char*> names) {
  sj::dom::element value;
  for (const char* name : names)
    if (!object[name].get(value)) return value;
  return std::nullopt;
}

Result<ChatMessage> message_from(const sj::dom::element& value, const std::string& field) {
  sj::dom::object object;
  if (value.get(object)) return wrong(field, say("an object with role and content"), kind_of(value));
  const auto role = first_of(object, {"role", "from"});
  if (!role) return wrong(field + ".role", say("a text"), say("nothing"));
  LIFT_ASSIGN(const std::string written, text_of(*role, field + ".role"));
  ChatMessage message;
  message.role = role_from(written);
  if (message.role.empty())
    return wrong(field + ".role", say("user, assistant, system or tool (human, gpt, ...)"),
                 Sentence::verbatim(quote_name(written, 40)));
  if (const auto content = first_of(object, {"content", "value", "text"})) {
    LIFT_ASSIGN(message.content, message_content(*content, field + ".content"));
  }
  return message;
}

Result<std::vector<ChatMessage>> messages_from(const sj::dom::element& value, const std::string& column) {
  sj::dom::array list;
  if (value.get(list)) return wrong(column, say("a list of messages"), kind_of(value));
  std::vector<ChatMessage> messages;
  for (const sj::dom::element item : list) {
    LIFT_ASSIGN(ChatMessage message, message_from(item, fmt::format("{}[{}]", column, messages.size())));
    messages.push_back(std::move(message));
  }
  return messages;
}

// The text column of a role as messages, or the list of messages that some files have there.
Result<std::vector<ChatMessage>> messages_of_role(const sj::dom::object& row,
                                                  const std::map<std::string, std::string>& columns,
                                                  const std::string& role, const char* speaker) {
  const auto column = columns.find(role);
  sj::dom::element value;
  if (column == columns.end() || row[column->second].get(value)) return std::vector<ChatMessage>();
  sj::dom::object first;
  if (role == "messages" || !value.at(0).get(first)) return messages_from(value, column->second);
  LIFT_ASSIGN(std::string text, text_of(value, column->second));
  return std::vector<ChatMessage>{{speaker, std::move(text)}};
}

// Alpaca's "history": earlier pairs of instruction and answer.
Result<std::vector<ChatMessage>> history_of(const sj::dom::object& row) {
  std::vector<ChatMessage> messages;
  sj::dom::array pairs;
  if (row["history"].get(pairs)) return messages;
  for (const sj::dom::element pair : pairs) {
    sj::dom::element question, answer;
    if (pair.at(0).get(question) || pair.at(1).get(answer))
      return wrong("history", say("pairs of texts"), kind_of(pair));
    LIFT_ASSIGN(std::string asked, text_of(question, "history"));
    LIFT_ASSIGN(std::string replied, text_of(answer, "history"));
    messages.push_back({"user", std::move(asked)});
    messages.push_back({"assistant", std::move(replied)});
  }
  return messages;
}

void append(std::vector<ChatMessage>& to, std::vector<ChatMessage> more) {
  std::ranges::move(more, std::back_inserter(to));
}

// Why the conversation cannot train; empty when it can.
Sentence reason_against(const std::vector<ChatMessage>& messages) {
  bool asked = false, answered = false;
  for (const ChatMessage& message : messages) {
    if (message.role == "user") {
      if (is_blank(message.content)) return say("empty prompt");
      asked = true;
    }
    if (message.role != "assistant") continue;
    if (is_blank(message.content)) return say("no answer");
    if (!asked) return say("an answer before any prompt");
    answered = true;
  }
  if (!asked) return say("empty prompt");
  return answered ? Sentence() : say("no answer");
}

// What an assistant asked of a tool stands beside its content, where nothing of it would be learned.
bool calls_tools(const sj::dom::element& messages) {
  sj::dom::array list;
  if (messages.get(list)) return false;
  for (const sj::dom::element item : list) {
    sj::dom::array calls;
    sj::dom::object call;
    if (!item["tool_calls"].get(calls) && calls.size() > 0) return true;
    if (!item["function_call"].get(call)) return true;
  }
  return false;
}

}   // namespace

struct RowParser::Impl {
  DataColumns columns;
  mutable sj::dom::parser parser;

  Result<Example> example_from(const sj::dom::object& row) const {
    const auto& map = columns.column_map;
    Example example;
    LIFT_ASSIGN(std::string system, text_column(row, map, "system"));
    if (!is_blank(system)) example.messages.push_back({"system", std::move(system)});
    if (columns.layout == DataLayout::Messages) {
      LIFT_ASSIGN(auto messages, messages_of_role(row, map, "messages", "user"));
      append(example.messages, std::move(messages));
    } else {
      if (columns.layout == DataLayout::Instruction) {
        LIFT_ASSIGN(auto history, history_of(row));
        append(example.messages, std::move(history));
        LIFT_ASSIGN(example.input, text_column(row, map, "input"));
        if (is_blank(example.input)) example.input.clear();
      }
      LIFT_ASSIGN(auto prompt, messages_of_role(row, map, "prompt", "user"));
      LIFT_ASSIGN(auto response, messages_of_role(row, map, "response", "assistant"));
      append(example.messages, std::move(prompt));
      append(example.messages, std::move(response));
    }
    // What follows the last answer would train nothing.
    while (!example.messages.empty() && example.messages.back().role != "assistant" &&
           std::ranges::any_of(example.messages, [](const ChatMessage& m) { return m.role == "assistant"; }))
      example.messages.pop_back();
    return example;
  }
};

RowParser::RowParser(DataColumns columns) : impl_(std::make_unique<Impl>()) { impl_->columns = std::move(columns); }
RowParser::~RowParser() = default;
RowParser::RowParser(RowParser&&) noexcept = default;

Result<ReadRow> RowParser::parse(std::string_view raw) const {
  sj::dom::element root;
  if (const auto problem = impl_->parser.parse(raw.data(), raw.size()).get(root)) {
    // The slow parser knows line and column.
    const auto again = parse_json(raw, Sentence());
    return make_error(ErrorCode::Malformed, Sentence(),
                      again.ok() ? say("not valid JSON: {}", sj::error_message(problem)) : again.error().message);
  }
  sj::dom::object row;
  if (root.get(row))
    return make_error(ErrorCode::Malformed, Sentence(), say("expected an object, found {}", kind_of(root)));
  ReadRow read;
  sj::dom::element messages;
  if (const auto column = impl_->columns.column_map.find("messages");
      column != impl_->columns.column_map.end() && !row[column->second].get(messages) && calls_tools(messages)) {
    read.reason = say("a call of a tool");
    return read;
  }
  LIFT_ASSIGN(Example example, impl_->example_from(row));
  read.reason = reason_against(example.messages);
  if (read.reason.empty()) read.example = std::move(example);
  return read;
}

namespace {

// The first broken row, and how many there are.
struct Faults {
  std::optional<Error> first;
  std::int64_t count = 0;

  void add(const std::string& file, std::int64_t line, Error error) {
    ++count;
    if (first) return;
    // A row is one line of JSONL: its own "line 1" says nothing.
    const auto& parts = error.message.values();
    if (error.message.pattern() == kJsonPlace && parts[0].text() == "1")
      error.message = say("column {}: {}", parts[1], parts[2]);
    error.subject = say("{}, line {}", file, line);
    first = std::move(error);
  }
  Status result(std::int64_t rows) && {
    if (!first) return {};
    first->message = count == 1 ? say("{} (the only one of {} rows)", first->message, rows)
                                : say("{} (the first of {} broken rows among {})", first->message, count, rows);
    first->context = say("Mend or remove the line");
    return std::move(*first);
  }
};

}   // namespace

Status read_rows(const std::vector<fs::path>& files, const DataColumns& columns, std::int64_t limit,
                 const std::function<Status(ReadRow)>& take, const TaskContext& task) {
  const RowParser parser(columns);
  std::int64_t rows = 0;
  Faults faults;
  for (std::size_t i = 0; i < files.size(); ++i) {
    LIFT_ASSIGN(RowScanner scanner, RowScanner::open(files[i]));
    while (limit == 0 || rows < limit) {
      if (task.stop_requested())
        return make_error(ErrorCode::Cancelled, files[i].string(), say("reading was cancelled"));
      LIFT_ASSIGN(const std::optional<RawRow> raw, scanner.next());
      if (!raw) break;
      ++rows;
      if (rows % 256 == 0)
        task.report(say("reading rows"), static_cast<std::int64_t>(scanner.offset()),
                    static_cast<std::int64_t>(scanner.size()));
      auto row = parser.parse(raw->text);
      if (!row.ok()) {
        faults.add(files[i].string(), raw->line, std::move(row).error());
        continue;
      }
      if (faults.count > 0) continue;
      row->place = {static_cast<std::int32_t>(i), raw->line, raw->offset, raw->offset + raw->text.size()};
      LIFT_RETURN_IF_ERROR(take(std::move(row).value()));
    }
  }
  return std::move(faults).result(rows);
}

Result<std::string> read_raw_row(const fs::path& file, const RowPlace& place) {
  LIFT_ASSIGN(const auto mapped, MappedFile::open(file));
  const auto bytes = mapped->bytes();
  if (place.end > bytes.size())
    return make_error(
        ErrorCode::Mismatch, say("{}, line {}", file.string(), place.line),
        say("expected the row at bytes {} to {}, found a file of {}", place.begin, place.end, bytes.size()),
        say("The file has changed since it was read: open the data again"));
  return std::string(reinterpret_cast<const char*>(bytes.data()) + place.begin, place.end - place.begin);
}

}   // namespace lift
