#include "core/data/row_fields.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/data/json_skip.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

Error place_error(std::string_view text, std::size_t at, const Sentence& problem) {
  const std::string_view before = text.substr(0, std::min(at, text.size()));
  const auto line = 1 + std::ranges::count(before, '\n');
  const auto last_break = before.rfind('\n');
  const auto column = before.size() - (last_break == before.npos ? 0 : last_break + 1) + 1;
  return make_error(ErrorCode::Malformed, Sentence(), say("line {}, column {}: {}", line, column, problem));
}

Sentence not_there(const JsonSkipper& skipper, std::string_view text, std::string_view expected) {
  if (skipper.at_end()) return say("not valid JSON: expected {}, found the end", expected);
  return say("not valid JSON: expected {}, found {}", expected, quote_name(text.substr(skipper.at(), 20), 24));
}

// A name that is no valid text (half a surrogate) is nobody's: it is kept as it is written.
std::string name_from(std::string_view quoted) {
  const std::string_view inside = quoted.substr(1, quoted.size() - 2);
  if (inside.find('\\') == inside.npos) return std::string(inside);
  const auto parsed = nlohmann::json::parse(quoted, nullptr, false);
  return parsed.is_string() ? parsed.get<std::string>() : std::string(inside);
}

void put(RowFields& fields, RowField field) {
  const auto same = std::ranges::find(fields, field.name, &RowField::name);
  if (same == fields.end()) fields.push_back(std::move(field));
  else *same = std::move(field);
}

Status nothing_behind(JsonSkipper& skipper, std::string_view text, const Sentence& kind) {
  skipper.blanks();
  if (skipper.at_end()) return {};
  return place_error(
      text, skipper.at(),
      say("not valid JSON: expected nothing behind {}, found {}", kind, quote_name(text.substr(skipper.at(), 20), 24)));
}

}   // namespace

Result<RowFields> fields_of_object(std::string_view object) {
  JsonSkipper skipper(object);
  const auto expected = [&](std::string_view what) {
    return place_error(object, skipper.at(), not_there(skipper, object, what));
  };
  RowFields fields;
  if (!skipper.take('{')) return expected("\"{\"");
  while (!skipper.take('}')) {
    if (!fields.empty() && !skipper.take(',')) return expected("\",\" or \"}\"");
    skipper.blanks();
    const std::size_t name = skipper.at();
    if (skipper.peek() != '"') return expected("a name in quotes");
    if (!skipper.text()) return place_error(object, name, skipper.problem());
    RowField field{.name = name_from(object.substr(name, skipper.at() - name)), .value = {}};
    if (!skipper.take(':')) return expected("\":\"");
    skipper.blanks();
    field.offset = skipper.at();
    if (!skipper.value()) return place_error(object, skipper.at(), skipper.problem());
    field.value = object.substr(field.offset, skipper.at() - field.offset);
    put(fields, std::move(field));
  }
  LIFT_RETURN_IF_ERROR(nothing_behind(skipper, object, say("the object")));
  return fields;
}

Result<std::vector<std::string>> items_of_list(std::string_view list) {
  JsonSkipper skipper(list);
  std::vector<std::string> items;
  if (!skipper.take('[')) return place_error(list, skipper.at(), not_there(skipper, list, "\"[\""));
  while (!skipper.take(']')) {
    if (!items.empty() && !skipper.take(','))
      return place_error(list, skipper.at(), not_there(skipper, list, "\",\" or \"]\""));
    skipper.blanks();
    const std::size_t begin = skipper.at();
    if (!skipper.value()) return place_error(list, skipper.at(), skipper.problem());
    items.emplace_back(list.substr(begin, skipper.at() - begin));
  }
  LIFT_RETURN_IF_ERROR(nothing_behind(skipper, list, say("the list")));
  return items;
}

const RowField* find_field(const RowFields& fields, std::string_view name) {
  const auto place = std::ranges::find(fields, name, &RowField::name);
  return place == fields.end() ? nullptr : &*place;
}

}   // namespace lift
