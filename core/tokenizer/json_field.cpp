#include "core/tokenizer/json_field.h"

#include "core/base/say.h"
#include "core/io/quote_name.h"

namespace lift {

using nlohmann::json;

Sentence describe_json(const json& value) {
  if (value.is_null()) return say("nothing");
  if (value.is_object()) return say("an object");
  if (value.is_array()) return say("a list");
  if (value.is_string()) return say("the text {}", quote_name(value.get_ref<const std::string&>(), 60));
  if (value.is_boolean()) return Sentence::verbatim(value.get<bool>() ? "true" : "false");
  return say("the number {}", value.dump());
}

Error unexpected_json(const std::string& subject, std::string_view name, const Sentence& expected, const json& found) {
  return make_error(ErrorCode::Malformed, subject,
                    say("entry \"{}\": expected {}, found {}", name, expected, describe_json(found)));
}

const json& json_at(const json& object, std::string_view name) {
  static const json nothing;
  if (!object.is_object()) return nothing;
  const auto found = object.find(name);
  return found == object.end() ? nothing : *found;
}

Result<std::string> json_string(const json& object, std::string_view name, const std::string& subject) {
  const json& value = json_at(object, name);
  if (!value.is_string()) return unexpected_json(subject, name, say("a text"), value);
  return value.get<std::string>();
}

Result<bool> json_flag(const json& object, std::string_view name, bool otherwise, const std::string& subject) {
  const json& value = json_at(object, name);
  if (value.is_null()) return otherwise;
  if (!value.is_boolean()) return unexpected_json(subject, name, say("true or false"), value);
  return value.get<bool>();
}

Result<std::int64_t> json_index(const json& object, std::string_view name, std::int64_t limit,
                                const std::string& subject) {
  const json& value = json_at(object, name);
  if (!value.is_number_integer() || value.get<std::int64_t>() < 0 || value.get<std::int64_t>() >= limit)
    return unexpected_json(subject, name, say("a whole number from 0 to {}", limit - 1), value);
  return value.get<std::int64_t>();
}

}   // namespace lift
