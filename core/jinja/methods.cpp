// Methods of texts, mappings and lists, and the tests behind "is".
#include <algorithm>
#include <map>

#include "core/base/say.h"
#include "core/base/utf8.h"
#include "core/jinja/functions.h"
#include "core/jinja/text.h"

namespace lift::jinja {

namespace {

Error refuse(Sentence message) { return make_error(ErrorCode::InvalidArgument, Sentence(), std::move(message)); }

std::optional<std::string> text_argument(const Arguments& arguments, std::size_t place, std::string_view name) {
  const Value* value = arguments.get(place, name);
  return value && value->text() ? std::optional(value->text()->bytes) : std::nullopt;
}

std::int64_t number_argument(const Arguments& arguments, std::size_t place, std::string_view name,
                             std::int64_t otherwise) {
  const Value* value = arguments.get(place, name);
  return value && value->is_number() ? value->integer() : otherwise;
}

Value list_of(std::vector<Text> parts) {
  List list;
  for (Text& part : parts) list.push_back(Value::of(std::move(part)));
  return Value::of(std::move(list));
}

using TextMethod = Result<Value> (*)(const Text&, const Arguments&);

Result<Value> strip_method(const Text& text, const Arguments& arguments, bool left, bool right) {
  return Value::of(strip(text, text_argument(arguments, 0, "chars").value_or(""), left, right));
}

// startswith, endswith: one text or any of a tuple.
Result<Value> edge_method(const Text& text, const Arguments& arguments, bool start) {
  const auto fits = [&](const Value& part) {
    if (!part.text()) return false;
    const std::string& edge = part.text()->bytes;
    return start ? text.bytes.starts_with(edge) : text.bytes.ends_with(edge);
  };
  const Value* edge = arguments.get(0, "");
  if (!edge) return refuse(say("startswith: expected a text, found nothing"));
  if (edge->list()) return Value::of(std::ranges::any_of(*edge->list(), fits));
  return Value::of(fits(*edge));
}

Result<Value> find_method(const Text& text, const Arguments& arguments, bool last) {
  const std::string part = text_argument(arguments, 0, "").value_or("");
  const std::size_t at = last ? text.bytes.rfind(part) : text.bytes.find(part);
  if (at == std::string::npos) return Value::of(std::int64_t{-1});
  return Value::of(static_cast<std::int64_t>(count_characters(std::string_view(text.bytes).substr(0, at))));
}

Result<Value> count_method(const Text& text, const Arguments& arguments) {
  const std::string part = text_argument(arguments, 0, "").value_or("");
  if (part.empty()) return Value::of(static_cast<std::int64_t>(count_characters(text.bytes)) + 1);
  return Value::of(static_cast<std::int64_t>(split(text, part, -1).size()) - 1);
}

Result<Value> splitlines_method(const Text& text, const Arguments&) {
  std::vector<Text> lines = split(text, "\n", -1);
  if (lines.back().bytes.empty()) lines.pop_back();
  return list_of(std::move(lines));
}

Result<Value> join_method(const Text& text, const Arguments& arguments) {
  const Value* parts = arguments.get(0, "");
  if (!parts) return refuse(say("join: expected a list, found nothing"));
  return apply_filter("join", *parts, {{Value::of(text)}, {}});
}

Result<Value> remove_edge(const Text& text, const Arguments& arguments, bool start) {
  const std::string edge = text_argument(arguments, 0, "").value_or("");
  if (start && text.bytes.starts_with(edge)) return Value::of(text.part(edge.size(), text.bytes.size()));
  if (!start && text.bytes.ends_with(edge)) return Value::of(text.part(0, text.bytes.size() - edge.size()));
  return Value::of(text);
}

const std::map<std::string_view, TextMethod>& text_methods() {
  static const std::map<std::string_view, TextMethod> table{
      {"strip", [](const Text& t, const Arguments& a) { return strip_method(t, a, true, true); }},
      {"lstrip", [](const Text& t, const Arguments& a) { return strip_method(t, a, true, false); }},
      {"rstrip", [](const Text& t, const Arguments& a) { return strip_method(t, a, false, true); }},
      {"startswith", [](const Text& t, const Arguments& a) { return edge_method(t, a, true); }},
      {"endswith", [](const Text& t, const Arguments& a) { return edge_method(t, a, false); }},
      {"find", [](const Text& t, const Arguments& a) { return find_method(t, a, false); }},
      {"rfind", [](const Text& t, const Arguments& a) { return find_method(t, a, true); }},
      {"removeprefix", [](const Text& t, const Arguments& a) { return remove_edge(t, a, true); }},
      {"removesuffix", [](const Text& t, const Arguments& a) { return remove_edge(t, a, false); }},
      {"count", count_method},
      {"join", join_method},
      {"splitlines", splitlines_method},
      {"split",
       [](const Text& t, const Arguments& a) -> Result<Value> {
         return list_of(split(t, text_argument(a, 0, "sep"), number_argument(a, 1, "maxsplit", -1)));
       }},
      {"rsplit",
       [](const Text& t, const Arguments& a) -> Result<Value> {
         const auto separator = text_argument(a, 0, "sep");
         if (!separator || separator->empty()) return refuse(say("rsplit: expected a separator, found none"));
         return list_of(split_from_right(t, *separator, number_argument(a, 1, "maxsplit", -1)));
       }},
      {"replace",
       [](const Text& t, const Arguments& a) -> Result<Value> {
         const auto from = text_argument(a, 0, "old"), to = text_argument(a, 1, "new");
         if (!from || !to) return refuse(say("replace: expected two texts, found something else"));
         return Value::of(replace(t, *from, *to, number_argument(a, 2, "count", -1)));
       }},
      {"upper",
       [](const Text& t, const Arguments&) -> Result<Value> { return Value::of(t.rewritten(upper(t.bytes))); }},
      {"lower",
       [](const Text& t, const Arguments&) -> Result<Value> { return Value::of(t.rewritten(lower(t.bytes))); }},
      {"title",
       [](const Text& t, const Arguments&) -> Result<Value> { return Value::of(t.rewritten(title(t.bytes))); }},
      {"capitalize",
       [](const Text& t, const Arguments&) -> Result<Value> { return Value::of(t.rewritten(capitalize(t.bytes))); }},
      {"isdigit",
       [](const Text& t, const Arguments&) -> Result<Value> {
         return Value::of(!t.bytes.empty() &&
                          std::ranges::all_of(t.bytes, [](char c) { return c >= '0' && c <= '9'; }));
       }},
  };
  return table;
}

Result<Value> dict_method(std::string_view name, const Dict& dict, const Arguments& arguments) {
  List out;
  if (name == "get") {
    const auto key = text_argument(arguments, 0, "key");
    const Value* found = key ? find(dict, *key) : nullptr;
    const Value* otherwise = arguments.get(1, "default");
    return found ? *found : otherwise ? *otherwise : Value::none();
  }
  for (const auto& [key, item] : dict) {
    if (name == "keys") out.push_back(Value::of(key));
    else if (name == "values") out.push_back(item);
    else {
      Value pair = Value::of(List{Value::of(key), item});
      pair.tuple = true;
      out.push_back(std::move(pair));
    }
  }
  return Value::of(std::move(out));
}

using Test = Result<bool> (*)(const Value&, const Arguments&);

const Value& other_of(const Arguments& arguments) {
  static const Value nothing;
  const Value* other = arguments.get(0, "");
  return other ? *other : nothing;
}

Result<bool> ordered(const Value& value, const Arguments& arguments, bool (*accept)(int)) {
  const auto order = compare(value, other_of(arguments));
  if (!order)
    return refuse(
        say("expected two things that have an order, found {} and {}", value.kind(), other_of(arguments).kind()));
  return accept(*order);
}

bool is_cased(const Value& value, std::string (*change)(const std::string&)) {
  return value.text() && value.text()->bytes == change(value.text()->bytes) &&
         upper(value.text()->bytes) != lower(value.text()->bytes);
}

Result<bool> divisible(const Value& value, std::int64_t by, std::int64_t rest) {
  if (!value.is_number() || by == 0)
    return refuse(say("expected a number and a divisor that is not 0, found {}", value.kind()));
  return ((value.integer() % by) + std::abs(by)) % std::abs(by) == rest;
}

const std::map<std::string_view, Test>& tests() {
  using V = const Value&;
  using A = const Arguments&;
  static const Test equal_test = [](V v, A a) -> Result<bool> { return equal(v, other_of(a)); };
  static const Test not_equal = [](V v, A a) -> Result<bool> { return !equal(v, other_of(a)); };
  static const Test less = [](V v, A a) { return ordered(v, a, [](int o) { return o < 0; }); };
  static const Test greater = [](V v, A a) { return ordered(v, a, [](int o) { return o > 0; }); };
  static const std::map<std::string_view, Test> table{
      {"defined", [](V v, A) -> Result<bool> { return !v.is_undefined(); }},
      {"undefined", [](V v, A) -> Result<bool> { return v.is_undefined(); }},
      {"none", [](V v, A) -> Result<bool> { return v.is_none(); }},
      {"string", [](V v, A) -> Result<bool> { return v.text() != nullptr; }},
      {"mapping", [](V v, A) -> Result<bool> { return v.dict() != nullptr; }},
      {"iterable", [](V v, A) -> Result<bool> { return v.text() || v.list() || v.dict() || v.is_undefined(); }},
      {"sequence", [](V v, A) -> Result<bool> { return v.text() || v.list() || v.dict() || v.is_undefined(); }},
      {"number", [](V v, A) -> Result<bool> { return v.is_number(); }},
      {"integer", [](V v, A) -> Result<bool> { return v.is_integer(); }},
      {"float", [](V v, A) -> Result<bool> { return std::holds_alternative<double>(v.data); }},
      {"boolean", [](V v, A) -> Result<bool> { return v.is_bool(); }},
      {"true", [](V v, A) -> Result<bool> { return v.is_bool() && v.truthy(); }},
      {"false", [](V v, A) -> Result<bool> { return v.is_bool() && !v.truthy(); }},
      {"callable", [](V v, A) -> Result<bool> { return v.function() != nullptr; }},
      {"lower", [](V v, A) -> Result<bool> { return is_cased(v, lower); }},
      {"upper", [](V v, A) -> Result<bool> { return is_cased(v, upper); }},
      {"odd", [](V v, A) { return divisible(v, 2, 1); }},
      {"even", [](V v, A) { return divisible(v, 2, 0); }},
      {"divisibleby", [](V v, A a) { return divisible(v, other_of(a).is_number() ? other_of(a).integer() : 0, 0); }},
      {"in", [](V v, A a) { return contains(other_of(a), v); }},
      {"equalto", equal_test},
      {"eq", equal_test},
      {"sameas", equal_test},
      {"ne", not_equal},
      {"lt", less},
      {"lessthan", less},
      {"gt", greater},
      {"greaterthan", greater},
      {"le", [](V v, A a) { return ordered(v, a, [](int o) { return o <= 0; }); }},
      {"ge", [](V v, A a) { return ordered(v, a, [](int o) { return o >= 0; }); }},
  };
  return table;
}

}   // namespace

bool is_known_method(const Value& owner, std::string_view name) {
  if (owner.text()) return text_methods().contains(name);
  if (owner.dict()) return name == "items" || name == "keys" || name == "values" || name == "get";
  return false;
}

Result<Value> call_method(std::string_view name, const Value& owner, const Arguments& arguments) {
  if (owner.dict()) return dict_method(name, *owner.dict(), arguments);
  return text_methods().at(name)(*owner.text(), arguments);
}

bool is_known_test(std::string_view name) { return tests().contains(name); }

Result<bool> apply_test(std::string_view name, const Value& value, const Arguments& arguments) {
  return tests().at(name)(value, arguments);
}

}   // namespace lift::jinja
