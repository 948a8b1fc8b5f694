#include "core/tokenizer/json_field.h"

#include <fmt/format.h>

#include "core/io/quote_name.h"

namespace lift {

using nlohmann::json;

std::string describe_json(const json& value) {
  if (value.is_null()) return "nothing";
  if (value.is_object()) return "an object";
  if (value.is_array()) return "a list";
  if (value.is_string()) return "the text " + quote_name(value.get_ref<const std::string&>(), 60);
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  return "the number " + value.dump();
}

Error unexpected_json(const std::string& subject, std::string_view name, std::string_view expected,
                      const json& found) {
  return make_error(ErrorCode::Malformed, subject,
                    fmt::format("entry \"{}\": expected {}, found {}", name, expected, describe_json(found)));
}

const json& json_at(const json& object, std::string_view name) {
  static const json nothing;
  if (!object.is_object()) return nothing;
  const auto found = object.find(name);
  return found == object.end() ? nothing : *found;
}

Result<std::string> json_string(const json& object, std::string_view name, const std::string& subject) {
  const json& value = json_at(object, name);
  if (!value.is_string()) return unexpected_json(subject, name, "a text", value);
  return value.get<std::string>();
}

Result<bool> json_flag(const json& object, std::string_view name, bool otherwise, const std::string& subject) {
  const json& value = json_at(object, name);
  if (value.is_null()) return otherwise;
  if (!value.is_boolean()) return unexpected_json(subject, name, "true or false", value);
  return value.get<bool>();
}

Result<std::int64_t> json_index(const json& object, std::string_view name, std::int64_t limit,
                                const std::string& subject) {
  const json& value = json_at(object, name);
  if (!value.is_number_integer() || value.get<std::int64_t>() < 0 || value.get<std::int64_t>() >= limit)
    return unexpected_json(subject, name, fmt::format("a whole number from 0 to {}", limit - 1), value);
  return value.get<std::int64_t>();
}

}  // namespace lift
