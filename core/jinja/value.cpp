#include "core/jinja/value.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/say.h"

namespace lift::jinja {

void Text::append(const Text& other) {
  const auto shift = static_cast<std::uint32_t>(bytes.size());
  bytes += other.bytes;
  for (const Origin& origin : other.origins) {
    const ByteSpan span{origin.span.begin + shift, origin.span.end + shift};
    if (!origins.empty() && origins.back().message == origin.message && origins.back().span.end == span.begin)
      origins.back().span.end = span.end;
    else origins.push_back({span, origin.message});
  }
}

Text Text::part(std::size_t begin, std::size_t end) const {
  Text out{bytes.substr(begin, end - begin), {}};
  for (const Origin& origin : origins) {
    const std::size_t from = std::max<std::size_t>(origin.span.begin, begin);
    const std::size_t to = std::min<std::size_t>(origin.span.end, end);
    if (from < to)
      out.origins.push_back(
          {{static_cast<std::uint32_t>(from - begin), static_cast<std::uint32_t>(to - begin)}, origin.message});
  }
  return out;
}

Text Text::rewritten(std::string new_bytes) const {
  Text out{std::move(new_bytes), {}};
  const bool covered = origins.size() == 1 && origins[0].span.begin == 0 && origins[0].span.end == bytes.size();
  if (covered && !out.bytes.empty())
    out.origins.push_back({{0, static_cast<std::uint32_t>(out.bytes.size())}, origins[0].message});
  return out;
}

Value Value::of(const nlohmann::json& json) {
  using Kind = nlohmann::json::value_t;
  switch (json.type()) {
    case Kind::boolean: return of(json.get<bool>());
    case Kind::number_integer:
    case Kind::number_unsigned: return of(json.get<std::int64_t>());
    case Kind::number_float: return of(json.get<double>());
    case Kind::string: return of(json.get<std::string>());
    case Kind::array: {
      List list;
      for (const auto& item : json) list.push_back(of(item));
      return of(std::move(list));
    }
    case Kind::object: {
      Dict dict;
      for (const auto& [key, item] : json.items()) dict.emplace_back(key, of(item));
      return of(std::move(dict));
    }
    default: return none();
  }
}

std::int64_t Value::integer() const {
  if (const bool* flag = std::get_if<bool>(&data)) return *flag ? 1 : 0;
  if (const double* real = std::get_if<double>(&data)) return static_cast<std::int64_t>(*real);
  return std::get<std::int64_t>(data);
}

double Value::number() const {
  if (const double* real = std::get_if<double>(&data)) return *real;
  return static_cast<double>(integer());
}

bool Value::truthy() const {
  if (is_undefined() || is_none()) return false;
  if (is_number()) return number() != 0;
  if (text()) return !text()->bytes.empty();
  if (list()) return !list()->empty();
  if (dict()) return !dict()->empty();
  return true;
}

Sentence Value::kind() const {
  if (const auto* missing = std::get_if<Undefined>(&data))
    return missing->name.empty() ? say("an undefined value") : say("'{}', which is undefined", missing->name);
  if (is_none()) return Sentence::verbatim("none");
  if (is_bool()) return say("a boolean");
  if (is_number()) return say("a number");
  if (text()) return say("a text");
  if (list()) return say("a list");
  if (dict()) return say("a mapping");
  return name_space() ? say("a namespace") : say("a function");
}

const Value* find(const Dict& dict, std::string_view key) {
  const auto found = std::ranges::find(dict, key, [](const auto& entry) -> std::string_view { return entry.first; });
  return found == dict.end() ? nullptr : &found->second;
}

void put(Dict& dict, std::string_view key, Value value) {
  const auto found = std::ranges::find(dict, key, [](const auto& entry) -> std::string_view { return entry.first; });
  if (found == dict.end()) dict.emplace_back(std::string(key), std::move(value));
  else found->second = std::move(value);
}

bool equal(const Value& left, const Value& right) {
  if (left.is_number() && right.is_number()) {
    if (std::holds_alternative<double>(left.data) || std::holds_alternative<double>(right.data))
      return left.number() == right.number();
    return left.integer() == right.integer();
  }
  if (left.text() && right.text()) return left.text()->bytes == right.text()->bytes;
  if (left.list() && right.list()) return std::ranges::equal(*left.list(), *right.list(), equal);
  if (left.dict() && right.dict()) {
    const auto same = [&](const auto& entry) {
      const Value* other = find(*right.dict(), entry.first);
      return other && equal(entry.second, *other);
    };
    return left.dict()->size() == right.dict()->size() && std::ranges::all_of(*left.dict(), same);
  }
  return (left.is_none() && right.is_none()) || (left.is_undefined() && right.is_undefined());
}

std::optional<int> compare(const Value& left, const Value& right) {
  if (left.is_number() && right.is_number()) {
    const double a = left.number(), b = right.number();
    return a < b ? -1 : a > b ? 1 : 0;
  }
  if (left.text() && right.text()) return left.text()->bytes.compare(right.text()->bytes);
  return std::nullopt;
}

namespace {

std::string float_text(double value) {   // Python's repr for the everyday range
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  if (value == std::floor(value) && std::abs(value) < 1e16) return fmt::format("{:.1f}", value);
  return fmt::format("{}", value);
}

std::string quoted(const std::string& text) {
  const char quote = text.find('\'') != std::string::npos && text.find('"') == std::string::npos ? '"' : '\'';
  std::string out(1, quote);
  for (const char byte : text) {
    if (byte == '\n') out += "\\n";
    else if (byte == '\r') out += "\\r";
    else if (byte == '\t') out += "\\t";
    else if (byte == '\\' || byte == quote) (out += '\\') += byte;
    else if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F)
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(byte));
    else out += byte;
  }
  return out + quote;
}

std::string list_repr(const List& list, bool tuple) {
  std::string out(1, tuple ? '(' : '[');
  for (std::size_t i = 0; i < list.size(); ++i) out += (i ? ", " : "") + to_repr(list[i]);
  if (tuple && list.size() == 1) out += ',';
  return out + (tuple ? ')' : ']');
}

std::string json_break(int indent, int depth) {
  return indent < 0 ? "" : "\n" + std::string(static_cast<std::size_t>(indent * depth), ' ');
}

std::string json_text(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}   // namespace

Text to_text(const Value& value) {
  if (value.text()) return *value.text();
  if (value.is_undefined()) return {};
  return {to_repr(value), {}};
}

std::string to_repr(const Value& value) {
  if (value.is_undefined()) return "Undefined";
  if (value.is_none()) return "None";
  if (value.is_bool()) return value.truthy() ? "True" : "False";
  if (value.is_integer()) return std::to_string(value.integer());
  if (value.is_number()) return float_text(value.number());
  if (value.text()) return quoted(value.text()->bytes);
  if (value.list()) return list_repr(*value.list(), value.tuple);
  if (value.dict()) {
    std::string out = "{";
    for (const auto& [key, item] : *value.dict())
      out += (out.size() > 1 ? ", " : "") + quoted(key) + ": " + to_repr(item);
    return out + '}';
  }
  return value.name_space() ? "<Namespace>" : "<function>";
}

std::string to_json(const Value& value, int indent, int depth) {
  if (value.is_none() || value.is_undefined()) return "null";
  if (value.is_bool()) return value.truthy() ? "true" : "false";
  if (value.is_number()) return to_repr(value);
  if (value.text()) return json_text(value.text()->bytes);
  const std::string separator = indent < 0 ? ", " : ",";
  std::string out;
  if (const List* list = value.list()) {
    if (list->empty()) return "[]";
    for (const Value& item : *list)
      out += (out.empty() ? "" : separator) + json_break(indent, depth + 1) + to_json(item, indent, depth + 1);
    return '[' + out + json_break(indent, depth) + ']';
  }
  if (const Dict* dict = value.dict()) {
    if (dict->empty()) return "{}";
    for (const auto& [key, item] : *dict)
      out += (out.empty() ? "" : separator) + json_break(indent, depth + 1) + json_text(key) + ": " +
             to_json(item, indent, depth + 1);
    return '{' + out + json_break(indent, depth) + '}';
  }
  return "null";
}

}   // namespace lift::jinja
