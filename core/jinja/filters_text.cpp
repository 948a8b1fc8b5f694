// Filters over texts.
#include <algorithm>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/base/utf8.h"
#include "core/jinja/functions.h"
#include "core/jinja/print.h"
#include "core/jinja/strings.h"

namespace lift::jinja {

namespace {

// A filter that keeps what |safe says of its text.
Value like(const Value& value, Text text) {
  Value made = Value::of(std::move(text));
  made.markup = value.markup;
  return made;
}

template <std::string (*change)(const std::string&)>
Result<Value> changed(const Value& value, const Bound&) {
  LIFT_ASSIGN(const Text text, to_text(value));
  return like(value, text.rewritten(change(text.bytes)));
}

Result<Value> trim(const Value& value, const Bound& bound) {
  LIFT_ASSIGN(const Text text, to_text(value));
  if (bound.has(0) && !bound[0]->text()) return expected("trim", say("a text"), *bound[0]);
  return like(value, strip(text, bound.has(0) ? std::optional(bound[0]->text()->bytes) : std::nullopt, true, true));
}

Result<Value> replaced(const Value& value, const Bound& bound) {
  LIFT_ASSIGN(const Text text, to_text(value));
  LIFT_ASSIGN(const Text from, to_text(*bound[0]));
  LIFT_ASSIGN(const Text to, to_text(*bound[1]));
  LIFT_ASSIGN(const std::int64_t most, whole_or("replace", bound[2], -1));
  return Value::of(replace(text, from.bytes, to.bytes, most));
}

Result<Value> string(const Value& value, const Bound&) {
  LIFT_ASSIGN(Text text, to_text(value));
  return like(value, std::move(text));
}

Result<Value> safe(const Value& value, const Bound&) {
  LIFT_ASSIGN(Text text, to_text(value));
  Value made = Value::of(std::move(text));
  made.markup = true;
  return made;
}

Result<Value> force_escape(const Value& value, const Bound&) {
  LIFT_ASSIGN(const Text text, to_text(value));
  Value made = Value::of(text.rewritten(escape_html(text.bytes)));
  made.markup = true;
  return made;
}

Result<Value> escape(const Value& value, const Bound& bound) {
  return value.markup ? Result<Value>(value) : force_escape(value, bound);
}

Result<Value> indent(const Value& value, const Bound& bound) {
  if (!value.text()) return expected("indent", say("a text"), value);
  std::string spaces(4, ' ');
  if (bound[0] && bound[0]->text()) {
    spaces = bound[0]->text()->bytes;
  } else {
    LIFT_ASSIGN(const std::int64_t width, whole_or("indent", bound[0], 4));
    if (width > 10'000) return refuse(say("indent: expected a width of at most 10,000, found {}", width));
    spaces = std::string(static_cast<std::size_t>(std::max<std::int64_t>(0, width)), ' ');
  }
  Text whole = *value.text();
  whole.append("\n");
  Text out;
  bool first = true;
  for (const Text& line : split_lines(whole, false)) {
    if (!first) out.append("\n");
    if (first ? bound.is_true(1) : bound.is_true(2) || !line.bytes.empty()) out.append(spaces);
    out.append(line);
    first = false;
  }
  return like(value, std::move(out));
}

Result<Value> center(const Value& value, const Bound& bound) {
  LIFT_ASSIGN(const Text text, to_text(value));
  LIFT_ASSIGN(const std::int64_t width, whole_or("center", bound[0], 80));
  if (width > kLongestRange)
    return refuse(say("center: expected a width of at most {}, found {}", kLongestRange, width));
  return like(value, padded(text, static_cast<std::size_t>(std::max<std::int64_t>(0, width)), " ", Side::Both));
}

Result<Value> word_count(const Value& value, const Bound&) {
  LIFT_ASSIGN(const Text text, to_text(value));
  std::int64_t count = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.bytes.size(); at += utf8_at(text.bytes, at).bytes) {
    const char32_t code = utf8_at(text.bytes, at).code;
    const bool word = code == '_' || is_alphanumeric(code);
    count += word && !inside ? 1 : 0;
    inside = word;
  }
  return Value::of(count);
}

Result<Value> truncate(const Value& value, const Bound& bound) {
  if (!value.text()) return expected("truncate", say("a text"), value);
  const Text& text = *value.text();
  LIFT_ASSIGN(const std::int64_t length, whole_or("truncate", bound[0], 255));
  LIFT_ASSIGN(const Text end, bound.has(2) ? to_text(*bound[2]) : Result<Text>(Text{"...", {}}));
  LIFT_ASSIGN(const std::int64_t leeway, whole_or("truncate", bound[3], 5));
  const auto size = static_cast<std::int64_t>(count_characters(text.bytes));
  const auto end_size = static_cast<std::int64_t>(count_characters(end.bytes));
  if (length < end_size || leeway < 0)
    return refuse(say("truncate: expected a length of at least {} and a leeway of at least 0", end_size));
  if (size <= length || size - length <= leeway) return value;
  Text kept = characters(text, 0, static_cast<std::size_t>(length - end_size));
  if (!bound.is_true(1)) kept = split_from_right(kept, " ", 1).front();
  kept.append(end);
  return Value::of(std::move(kept));
}

std::string url_quoted(const std::string& text, bool in_query) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                       c == '.' || c == '-' || c == '~' || (c == '/' && !in_query);
    if (plain) out += c;
    else if (c == ' ' && in_query) out += '+';
    else out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return out;
}

Result<Value> url_encode(const Value& value, const Bound&) {
  const bool pairs = value.dict() || value.list() || value.iterator() || value.is_undefined();
  if (!pairs) {
    LIFT_ASSIGN(const Text text, to_text(value));
    return Value::of(text.rewritten(url_quoted(text.bytes, false)));
  }
  LIFT_ASSIGN(const List items, items_of(value.dict() ? *call_method("items", value, {}) : value));
  std::string out;
  for (const Value& item : items) {
    if (!item.list() || item.list()->size() != 2) return expected("urlencode", say("pairs"), item);
    LIFT_ASSIGN(const Text name, to_text((*item.list())[0]));
    LIFT_ASSIGN(const Text text, to_text((*item.list())[1]));
    out += (out.empty() ? "" : "&") + url_quoted(name.bytes, true) + '=' + url_quoted(text.bytes, true);
  }
  return Value::of(std::move(out));
}

Result<Value> strip_tags(const Value& value, const Bound&) {
  LIFT_ASSIGN(const Text text, to_text(value));
  if (text.bytes.find_first_of("<&") != std::string::npos)
    return lacking(say("striptags: this program does not read HTML"));
  std::string out;
  for (const Text& word : split(text, std::nullopt, -1)) (out += out.empty() ? "" : " ") += word.bytes;
  return Value::of(text.rewritten(std::move(out)));
}

Result<Value> tojson(const Value& value, const Bound& bound) {
  JsonStyle style;
  style.ascii = bound.is_true(0);
  style.sort_keys = bound.is_true(3);
  if (bound.has(1)) {
    if (bound[1]->text()) style.indent = bound[1]->text()->bytes;
    else {
      LIFT_ASSIGN(const std::int64_t width, whole_of("tojson", *bound[1]));
      if (width > 1000) return refuse(say("tojson: expected an indent of at most 1000, found {}", width));
      style.indent = std::string(static_cast<std::size_t>(std::max<std::int64_t>(0, width)), ' ');
    }
    style.between = ",";
  }
  if (bound.has(2)) {
    LIFT_ASSIGN(const List two, items_of(*bound[2]));
    if (two.size() != 2 || !two[0].text() || !two[1].text())
      return expected("tojson", say("two texts as separators"), *bound[2]);
    style.between = two[0].text()->bytes;
    style.behind_key = two[1].text()->bytes;
  }
  LIFT_ASSIGN(Text text, to_json(value, style));
  return Value::of(std::move(text));
}

Result<Value> formatted(const Value& value, const Arguments& arguments) {
  LIFT_ASSIGN(const Text pattern, to_text(value));
  if (!arguments.named.empty() && !arguments.positional.empty())
    return refuse(say("format: expected values by position or by name, found both"));
  Value values = Value::of(arguments.positional, Shape::Tuple);
  if (!arguments.named.empty()) {
    Dict dict;
    for (const auto& [name, item] : arguments.named) dict.put(name, item);
    values = Value::of(std::move(dict));
  }
  LIFT_ASSIGN(Text text, format_percent(pattern, values));
  return Value::of(std::move(text));
}

Result<Value> xml_attributes(const Value& value, const Bound& bound) {
  if (!value.dict()) return expected("xmlattr", say("a mapping"), value);
  std::string out;
  for (const auto& [key, item] : value.dict()->entries()) {
    if (item.is_none() || item.is_undefined()) continue;
    LIFT_ASSIGN(const Text name, to_text(key));
    LIFT_ASSIGN(const Text text, to_text(item));
    if (name.bytes.find_first_of(" \t\n\r\f\v/>=") != std::string::npos)
      return refuse(say("xmlattr: expected the name of an attribute, found {}", short_repr(key)));
    out += (out.empty() ? "" : " ") + escape_html(name.bytes) + "=\"" +
           (item.markup ? text.bytes : escape_html(text.bytes)) + '"';
  }
  const bool space = !bound[0] || bound[0]->truthy();
  return Value::of(space && !out.empty() ? ' ' + out : out);
}

}   // namespace

const Table<Value>& text_filters() {
  static const Table<Value> table{
      {"trim", {trim, "chars"}},
      {"replace", {replaced, "old new count", 2}},
      {"string", {string}},
      {"safe", {safe}},
      {"escape", {escape}},
      {"e", {escape}},
      {"forceescape", {force_escape}},
      {"indent", {indent, "width first blank"}},
      {"center", {center, "width"}},
      {"wordcount", {word_count}},
      {"truncate", {truncate, "length killwords end leeway"}},
      {"urlencode", {url_encode}},
      {"striptags", {strip_tags}},
      {"tojson", {tojson, "ensure_ascii indent separators sort_keys"}},
      {"format", {nullptr, "", 0, formatted}},
      {"xmlattr", {xml_attributes, "autospace"}},
      {"upper", {changed<upper>}},
      {"lower", {changed<lower>}},
      {"title", {changed<title_filter>}},
      {"capitalize", {changed<capitalize>}},
  };
  return table;
}

}   // namespace lift::jinja
