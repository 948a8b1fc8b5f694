#include "core/data/message_reader.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/io/quote_name.h"

namespace lift {

using nlohmann::ordered_json;

namespace {

// The role as templates know it; OpenAI's are left as they are written. Empty: nobody knows it.
std::string role_from(std::string_view written) {
  struct Name {
    std::string_view written, role;
  };
  static constexpr std::array names{
      Name{"user", "user"},           Name{"human", "user"},       Name{"prompter", "user"},
      Name{"assistant", "assistant"}, Name{"gpt", "assistant"},    Name{"chatgpt", "assistant"},
      Name{"model", "assistant"},     Name{"bot", "assistant"},    Name{"function_call", "assistant"},
      Name{"tool_call", "assistant"}, Name{"system", "system"},    Name{"developer", "developer"},
      Name{"tool", "tool"},           Name{"observation", "tool"}, Name{"function", "tool"},
      Name{"tool_response", "tool"},  Name{"tool_result", "tool"}, Name{"ipython", "ipython"},
  };
  const auto place = std::ranges::find(names, written, &Name::written);
  return place == names.end() ? std::string() : std::string(place->role);
}

bool is_call(std::string_view written) { return written == "function_call" || written == "tool_call"; }

const RowField* first_field(const RowFields& fields, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    if (const RowField* field = find_field(fields, name)) return field;
  return nullptr;
}

bool is_empty(const RowField& field) {
  return is_null(field) || field.value == "\"\"" || field.value == "[]" || field.value == "{}";
}

Error no_text(const std::string& path, const Sentence& found) {
  Error error = wrong_field(path, say("parts of text"), found);
  error.context = say("Pictures, sound and films do not train here: take out the rows that have them");
  return error;
}

// One part of a content. Files that the datasets library wrote fill every field that another part has with null.
Result<std::string> part_text(const std::string& part, const std::string& path) {
  LIFT_ASSIGN(const RowFields fields, fields_of_object(part));
  const RowField* text = find_field(fields, "text");
  const RowField* type = find_field(fields, "type");
  std::string kind = "text";
  if (type && !is_null(*type)) {
    LIFT_ASSIGN(kind, text_of(*type, path + ".type"));
  }
  for (const RowField& field : fields)
    if (field.name != "type" && field.name != "text" && field.name != "cache_control" && !is_empty(field))
      return no_text(path, say("a part with {}", quote_name(field.name, 40)));
  if (kind != "text" && kind != "input_text" && kind != "output_text")
    return no_text(path, say("a part of type {}", quote_name(kind, 40)));
  if (!text || is_null(*text)) return no_text(path, say("a part without text"));
  return text_of(*text, path + ".text");
}

Result<std::string> content_of(const RowField& field, const std::string& path) {
  if (!field.is_json || !field.value.starts_with('[')) return text_of(field, path);
  LIFT_ASSIGN(const std::vector<std::string> parts, items_of_list(field.value));
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string at = fmt::format("{}[{}]", path, i);
    const RowField part{.name = {}, .value = parts[i]};
    if (parts[i].starts_with('{')) {
      LIFT_ASSIGN(const std::string more, part_text(parts[i], at));
      text += more;
    } else {
      LIFT_ASSIGN(const std::string more, text_of(part, at));
      text += more;
    }
  }
  return text;
}

// {"name": ..., "arguments": ...} as OpenAI writes a call today.
ordered_json tool_call(ordered_json function) {
  return ordered_json{{"type", "function"}, {"function", std::move(function)}};
}

bool is_function(const ordered_json& value) {
  return value.is_object() && value.contains("name") && value["name"].is_string();
}

// ShareGPT's function_call: the call, or several, as JSON in the place of the content.
Status read_call(ChatMessage& message, ordered_json& fields, const std::string& path) {
  ordered_json calls = ordered_json::parse(message.content, nullptr, false);
  if (is_function(calls)) calls = ordered_json::array({std::move(calls)});
  if (!calls.is_array() || calls.empty() || !std::ranges::all_of(calls, is_function))
    return wrong_field(path, say("a call as JSON, {}", R"({"name": ..., "arguments": {...}})"),
                       Sentence::verbatim(quote_name(message.content, 60)));
  for (ordered_json& call : calls) call = tool_call(std::move(call));
  fields["tool_calls"] = std::move(calls);
  message.content.clear();
  return {};
}

void add_other(const RowField& field, const std::string& path, ordered_json& fields,
               std::vector<Example::OddField>& odd) {
  auto value = json_of(field, path);
  // A text stays a text, whatever is in it: only this room's own columns are opened.
  if (field.value.starts_with('"')) value = ordered_json::parse(field.value, nullptr, false);
  if (value.ok() && !value->is_discarded()) {
    fields[field.name] = std::move(value).value();
    return;
  }
  const Sentence reason = value.ok() ? say("field \"{}\": not valid JSON", path) : value.error().message;
  fields[field.name] = ordered_json(field.value).dump(-1, ' ', false, ordered_json::error_handler_t::replace);
  odd.push_back({field.name, reason});
}

Result<ChatMessage> message_from(const std::string& json, const std::string& path,
                                 std::vector<Example::OddField>& odd) {
  const RowField whole{.name = {}, .value = json};
  if (!json.starts_with('{')) return wrong_field(path, say("an object with role and content"), kind_of(whole));
  LIFT_ASSIGN(const RowFields fields, fields_of_object(json));
  const RowField* role = first_field(fields, {"role", "from"});
  if (!role) return wrong_field(path + ".role", say("a text"), say("nothing"));
  LIFT_ASSIGN(const std::string written, text_of(*role, path + ".role"));
  ChatMessage message;
  message.role = role_from(written);
  if (message.role.empty())
    return wrong_field(path + ".role", say("user, assistant, system or tool (human, gpt, ...)"),
                       Sentence::verbatim(quote_name(written, 40)));
  const RowField* content = first_field(fields, {"content", "value", "text"});
  ordered_json others = ordered_json::object();
  message.without_content = !content;
  if (content) {
    LIFT_ASSIGN(message.content, content_of(*content, path + ".content"));
    if (is_null(*content)) others["content"] = nullptr;
  }
  for (const RowField& field : fields)
    if (&field != role && &field != content && !is_null(field)) add_other(field, path + "." + field.name, others, odd);
  if (is_call(written)) LIFT_RETURN_IF_ERROR(read_call(message, others, path + ".value"));
  if (const auto call = others.find("function_call"); call != others.end() && call->is_object()) {
    if (!others.contains("tool_calls")) others["tool_calls"] = ordered_json::array({tool_call(*call)});
    others.erase("function_call");
  }
  if (!others.empty()) message.fields = std::make_shared<const ordered_json>(std::move(others));
  return message;
}

const ordered_json* field_of(const ChatMessage& message, std::string_view name) {
  if (!message.fields) return nullptr;
  const auto place = message.fields->find(name);
  return place == message.fields->end() || place->is_null() ? nullptr : &*place;
}

std::optional<bool> truth_in(const ordered_json& value) {
  if (value.is_boolean()) return value.get<bool>();
  if (value.is_number() && (value == 0 || value == 1)) return value == 1;
  return std::nullopt;
}

}   // namespace

Result<MessageList> messages_of(const RowField& field, const std::string& path) {
  const std::optional<std::string> json = container_text(field);
  if (!json) return wrong_field(path, say("a list of messages"), kind_of(field));
  std::vector<std::string> items{*json};
  if (json->find_first_not_of(" \t\r\n") == json->find('[')) {
    auto listed = items_of_list(*json);
    if (!listed.ok()) return wrong_field(path, say("a list of messages"), listed.error().message);
    items = std::move(listed).value();
  }
  MessageList list;
  for (std::size_t i = 0; i < items.size(); ++i) {
    LIFT_ASSIGN(ChatMessage message, message_from(items[i], fmt::format("{}[{}]", path, i), list.odd));
    list.messages.push_back(std::move(message));
  }
  return list;
}

bool holds_messages(const RowField& field) {
  if (!field.is_json) return false;
  std::string first = field.value;
  if (first.starts_with('[')) {
    const auto items = items_of_list(first);
    if (!items.ok() || items->empty()) return false;
    first = items->front();
  }
  if (!first.starts_with('{')) return false;
  const auto fields = fields_of_object(first);
  return fields.ok() && first_field(*fields, {"role", "from"});
}

bool calls_a_tool(const ChatMessage& message) {
  const ordered_json* calls = field_of(message, "tool_calls");
  return calls && calls->is_array() && !calls->empty();
}

bool is_training_field(std::string_view name) {
  constexpr std::array<std::string_view, 5> names{"weight", "loss_scale", "train", "training", "loss"};
  return std::ranges::find(names, name) != names.end();
}

Result<bool> trains_by_its_fields(const ChatMessage& message, const std::string& path) {
  bool trains = true;
  for (const char* name : {"weight", "loss_scale", "train", "training", "loss"}) {
    const ordered_json* value = field_of(message, name);
    if (!value) continue;
    const std::optional<bool> truth = truth_in(*value);
    // Some files keep the loss that an earlier training had here.
    if (!truth && std::string_view(name) == "loss") continue;
    if (!truth)
      return wrong_field(path + "." + name, say("0 (the message does not train) or 1"),
                         Sentence::verbatim(value->dump(-1, ' ', true, ordered_json::error_handler_t::replace)));
    trains = trains && *truth;
  }
  return trains;
}

}   // namespace lift
