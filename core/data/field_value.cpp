// Reading one field of a row, strictly.
#include <algorithm>
#include <cctype>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/data/row_fields.h"
#include "core/io/json.h"

namespace lift {

using nlohmann::ordered_json;

namespace {

constexpr int kDeepest = 64;

char first_of(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  return at == text.npos ? '\0' : text[at];
}

Error invalid(const std::string& path, const Sentence& reason) {
  return make_error(ErrorCode::Malformed, Sentence(), say("field \"{}\": {}", path, reason));
}

// What the strict parser has against the text; its line is 1 in nearly every row, so the column alone is told.
Error broken(const std::string& path, std::string_view json) {
  const auto again = parse_json(json, Sentence(), {.depth = kDeepest});
  if (again.ok()) return invalid(path, say("not valid JSON"));
  const Error& error = again.error();
  return invalid(path, error.message.pattern() == kJsonPlace ? error.message.values().back() : error.message);
}

Result<std::string> decoded(const RowField& field, const std::string& path) {
  auto value = nlohmann::json::parse(field.value, nullptr, false);
  if (!value.is_string()) return broken(path, field.value);
  return std::move(value.get_ref<std::string&>());
}

// Lists and objects inside each other, by brackets outside of texts.
int depth_of(std::string_view json) {
  int depth = 0, most = 0;
  bool in_text = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (in_text && c == '\\') ++at;
    else if (c == '"') in_text = !in_text;
    else if (!in_text && (c == '[' || c == '{')) most = std::max(most, ++depth);
    else if (!in_text && (c == ']' || c == '}')) --depth;
  }
  return most;
}

// A whole number that no 64 bits hold: the parser rounds it, and a template would write another one.
bool has_number_beyond_64_bits(std::string_view json) {
  bool in_text = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (in_text && c == '\\') ++at;
    else if (c == '"') in_text = !in_text;
    if (in_text || !(c == '-' || (c >= '0' && c <= '9'))) continue;
    const std::size_t end = std::min(json.find_first_not_of("+-.eE0123456789", at), json.size());
    const std::string_view number = json.substr(at, end - at);
    if (number.size() > 18 && number.find_first_of(".eE") == number.npos &&
        nlohmann::json::parse(number, nullptr, false).is_number_float())
      return true;
    at = end - 1;
  }
  return false;
}

}   // namespace

Error wrong_field(std::string_view path, const Sentence& expected, const Sentence& found) {
  return invalid(std::string(path), say("expected {}, found {}", expected, found));
}

bool is_null(const RowField& field) { return field.is_json && field.value == "null"; }

Sentence kind_of(const RowField& field) {
  if (!field.is_json) return say("a text");
  switch (first_of(field.value)) {
    case '{': return say("an object");
    case '[': return say("a list");
    case '"': return say("a text");
    case 't':
    case 'f': return say("true or false");
    case 'n': return Sentence::verbatim("null");
    default: return say("a number");
  }
}

std::optional<std::string> container_text(const RowField& field) {
  const char first = first_of(field.value);
  if (first == '{' || first == '[') return field.value;
  if (!field.is_json || first != '"') return std::nullopt;
  const auto inside = nlohmann::json::parse(field.value, nullptr, false);
  if (!inside.is_string()) return std::nullopt;
  const char first_inside = first_of(inside.get_ref<const std::string&>());
  return first_inside == '{' || first_inside == '[' ? std::optional(inside.get<std::string>()) : std::nullopt;
}

Result<std::string> text_of(const RowField& field, const std::string& path) {
  if (!field.is_json) return field.value;
  const char first = first_of(field.value);
  if (first == '"') return decoded(field, path);
  if (first == 'n') return std::string();
  if (first == '{' || first == '[') return wrong_field(path, say("a text"), kind_of(field));
  if (!nlohmann::json::accept(field.value))
    return wrong_field(path, say("a text"), Sentence::verbatim(field.value.substr(0, 40)));
  return field.value;
}

Result<ordered_json> json_of(const RowField& field, const std::string& path) {
  const std::optional<std::string> container = container_text(field);
  if (!field.is_json && !container) return ordered_json(field.value);
  const std::string& json = container ? *container : field.value;
  if (depth_of(json) > kDeepest)
    return invalid(path, say("expected at most {} lists and objects inside each other, found more", kDeepest));
  ordered_json value = ordered_json::parse(json, nullptr, false);
  if (value.is_discarded()) return broken(path, json);
  if (has_number_beyond_64_bits(json))
    return wrong_field(path, say("whole numbers of at most 64 bits"), say("a longer one, which would be rounded"));
  return value;
}

Result<std::optional<bool>> truth_of(const RowField& field, const std::string& path) {
  if (is_null(field)) return std::optional<bool>();
  LIFT_ASSIGN(std::string text, text_of(field, path));
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (text.empty()) return std::optional<bool>();
  if (text == "true" || text == "1" || text == "1.0") return std::optional(true);
  if (text == "false" || text == "0" || text == "0.0") return std::optional(false);
  return wrong_field(path, say("true or false"), kind_of(field));
}

}   // namespace lift
