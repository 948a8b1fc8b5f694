#include "core/io/json_keys.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/say.h"

namespace lift {

using Json = nlohmann::json;

std::string shown_json(const Json& value) {
  std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (text.size() > 60) text = text.substr(0, 57) + "...";
  return text;
}

JsonKeys::JsonKeys(const Json& object, std::string file, std::string prefix)
    : object_(&object), file_(std::move(file)), prefix_(std::move(prefix)) {}

const Json* JsonKeys::find(const char* key) const {
  const auto found = object_->find(key);
  return found == object_->end() || found->is_null() ? nullptr : &*found;
}

bool JsonKeys::has(const char* key) const { return object_->find(key) != object_->end(); }

Result<std::int64_t> JsonKeys::integer(const char* key, std::optional<std::int64_t> fallback) const {
  const Json* value = find(key);
  if (!value && fallback) return *fallback;
  constexpr double kLargest = 1e15;   // a double holds it exactly
  if (value && value->is_number_integer() && std::abs(value->get<double>()) < kLargest)
    return value->get<std::int64_t>();
  return wrong(key, say("a whole number"), value);
}

Result<double> JsonKeys::number(const char* key, std::optional<double> fallback) const {
  const Json* value = find(key);
  if (!value && fallback) return *fallback;
  if (value && value->is_number()) return value->get<double>();
  return wrong(key, say("a number"), value);
}

Result<bool> JsonKeys::boolean(const char* key, bool fallback) const {
  const Json* value = find(key);
  if (!value) return fallback;
  if (value->is_boolean()) return value->get<bool>();
  return wrong(key, say("true or false"), value);
}

Result<std::string> JsonKeys::text(const char* key, std::string fallback) const {
  const Json* value = find(key);
  if (!value) return fallback;
  if (value->is_string()) return value->get<std::string>();
  return wrong(key, say("a text"), value);
}

Result<std::vector<std::string>> JsonKeys::texts(const char* key) const {
  std::vector<std::string> list;
  const Json* value = find(key);
  if (!value) return list;
  if (!value->is_array()) return wrong(key, say("a list of texts"), value);
  for (const Json& item : *value) {
    if (!item.is_string()) return wrong(key, say("a list of texts"), value);
    list.push_back(item.get<std::string>());
  }
  return list;
}

Result<std::optional<JsonKeys>> JsonKeys::object(const char* key) const {
  const Json* value = find(key);
  if (!value) return std::optional<JsonKeys>();
  if (!value->is_object()) return wrong(key, say("an object"), value);
  if (value->empty()) return std::optional<JsonKeys>();
  return std::optional<JsonKeys>(JsonKeys(*value, file_, prefix_ + key + "."));
}

Error JsonKeys::wrong(const char* key, const Sentence& expected, const Json* value) const {
  return make_error(ErrorCode::Malformed, file_,
                    say("expected {}{} to be {}, found {}", prefix_, key, expected,
                        value ? Sentence::verbatim(shown_json(*value)) : say("nothing")));
}

Error JsonKeys::unsupported(const char* key, const Sentence& supported, const std::string& found) const {
  return make_error(ErrorCode::Unsupported, file_, say("{}{} is {}; supported is {}", prefix_, key, found, supported));
}

}   // namespace lift
