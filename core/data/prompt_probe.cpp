#include "core/data/prompt_probe.h"

#include <nlohmann/json.hpp>

namespace lift {

using nlohmann::ordered_json;

namespace {

ChatFields without(const ChatFields& fields, const std::string& name) {
  if (!fields || !fields->contains(name)) return fields;
  ordered_json rest = *fields;
  rest.erase(name);
  return rest.empty() ? nullptr : std::make_shared<const ordered_json>(std::move(rest));
}

}   // namespace

Example without_message_field(Example example, const std::string& name) {
  for (ChatMessage& message : example.messages) message.fields = without(message.fields, name);
  return example;
}

Example without_variable(Example example, const std::string& name) {
  example.variables = without(example.variables, name);
  return example;
}

bool renders_alike(const PromptTemplate& prompt, const Example& one, const Example& other) {
  const auto a = prompt.render(one), b = prompt.render(other);
  return a.ok() == b.ok() && (!a.ok() || a->text == b->text);
}

}   // namespace lift
