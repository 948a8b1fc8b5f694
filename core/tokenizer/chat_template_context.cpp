#include "core/tokenizer/chat_template_context.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "core/jinja/dict.h"

namespace lift {

namespace {

using jinja::Dict;
using jinja::List;
using jinja::Text;
using jinja::Value;
using nlohmann::ordered_json;

// Makes values of one message's fields, whose texts are marked.
class MessageMaker {
 public:
  MessageMaker(std::size_t index, std::vector<MarkedText>& texts) : index_(index), texts_(texts) {}

  Value text(const std::string& field, const std::string& bytes) {
    Text made{bytes, {}};
    if (!bytes.empty()) {
      add_mark(made.marks.content, 0, bytes.size(), static_cast<std::int32_t>(texts_.size()));
      texts_.push_back({index_, field, bytes});
    }
    return Value::of(std::move(made));
  }

  // Every text in a field is marked; of a content in parts, those that are texts to read.
  Value any(const std::string& field, const ordered_json& json, bool marked = true) {
    if (json.is_string()) {
      const auto bytes = json.get<std::string>();
      return marked ? text(field, bytes) : Value::of(bytes);
    }
    if (json.is_array()) {
      List list;
      for (const ordered_json& item : json) list.push_back(any(field, item, marked));
      return Value::of(std::move(list));
    }
    if (!json.is_object()) return Value::of(json);
    Dict dict;
    for (const auto& [key, value] : json.items()) dict.put(key, any(field, value, field != "content" || key == "text"));
    return Value::of(std::move(dict));
  }

 private:
  std::size_t index_;
  std::vector<MarkedText>& texts_;
};

// transformers 5 hands reasoning on under the name that templates read, and under gpt-oss's.
Dict with_reasoning_names(const Dict& message) {
  constexpr std::array<std::string_view, 3> names{"reasoning_content", "thinking", "reasoning"};
  const Value* reasoning = nullptr;
  for (const std::string_view name : names)
    if (!reasoning) reasoning = message.find(name);
  if (!reasoning) return message;
  Dict made;
  made.put("thinking", *reasoning);
  for (const auto& [key, value] : message.entries()) made.put(key, value);
  made.put("reasoning_content", *reasoning);
  return made;
}

Value message_value(const ChatMessage& message, std::size_t index, std::vector<MarkedText>& texts) {
  MessageMaker maker(index, texts);
  const bool has_role = message.fields && message.fields->contains("role");
  const bool has_content = message.fields && message.fields->contains("content");
  Dict made;
  if (!has_role) made.put("role", Value::of(message.role));
  if (!has_content && !message.without_content) made.put("content", maker.text("content", message.content));
  if (message.fields) {
    for (const auto& [name, value] : message.fields->items()) {
      if (name == "role") made.put("role", Value::of(message.role));
      else if (name == "content" && value.is_string()) made.put("content", maker.text("content", message.content));
      else if (!value.is_null()) made.put(name, maker.any(name, value));
    }
  }
  Value value = Value::of(with_reasoning_names(made));
  value.turn = static_cast<std::int32_t>(index);
  return value;
}

void put(std::vector<std::pair<std::string, Value>>& variables, const std::string& name, Value value) {
  const auto found = std::ranges::find(variables, name, [](const auto& entry) { return entry.first; });
  if (found == variables.end()) variables.emplace_back(name, std::move(value));
  else found->second = std::move(value);
}

}   // namespace

jinja::Globals TemplateContext::globals(std::size_t count, bool prompt, const std::string& date) const {
  jinja::Globals made{variables, date};
  put(made.variables, "messages",
      Value::of(List(messages.begin(), messages.begin() + static_cast<std::ptrdiff_t>(count))));
  put(made.variables, "add_generation_prompt", Value::of(prompt));
  return made;
}

TemplateContext template_context(std::span<const ChatMessage> messages, const ChatRenderOptions& options) {
  TemplateContext context;
  for (std::size_t i = 0; i < messages.size(); ++i)
    context.messages.push_back(message_value(messages[i], i, context.texts));
  auto& variables = context.variables;
  put(variables, "tools", Value::none());
  put(variables, "documents", Value::none());
  if (!options.bos_token.empty()) put(variables, "bos_token", Value::of(options.bos_token));
  if (!options.eos_token.empty()) put(variables, "eos_token", Value::of(options.eos_token));
  for (const auto& [name, token] : options.special_tokens) put(variables, name, Value::of(token));
  if (options.variables)
    for (const auto& [name, value] : options.variables->items()) put(variables, name, Value::of(value));
  return context;
}

}   // namespace lift
