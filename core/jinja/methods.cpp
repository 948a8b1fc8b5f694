// Methods of mappings and lists, and calling any method.
#include <algorithm>
#include <array>

#include "core/base/say.h"
#include "core/jinja/functions.h"
#include "core/jinja/print.h"
#include "core/jinja/strings.h"

namespace lift::jinja {

namespace {

Result<Value> get(const Value& owner, const Bound& bound) {
  if (!hash_of(*bound[0])) return expected("get", say("something that can be a key"), *bound[0]);
  const Value* found = owner.dict()->find(*bound[0]);
  return found ? *found : bound[1] ? *bound[1] : Value::none();
}

Result<Value> keys(const Value& owner, const Bound&) {
  LIFT_ASSIGN(List out, items_of(owner));
  return Value::of(std::move(out), Shape::Keys);
}

Result<Value> values(const Value& owner, const Bound&) {
  List out;
  for (const auto& [key, item] : owner.dict()->entries()) out.push_back(item);
  return Value::of(std::move(out), Shape::Values);
}

Result<Value> items(const Value& owner, const Bound&) {
  List out;
  for (const auto& [key, item] : owner.dict()->entries()) out.push_back(Value::of(List{key, item}, Shape::Tuple));
  return Value::of(std::move(out), Shape::Items);
}

Result<Value> copy(const Value& owner, const Bound&) { return owner; }

Result<Value> count(const Value& owner, const Bound& bound) {
  return Value::of(static_cast<std::int64_t>(
      std::ranges::count_if(*owner.list(), [&](const Value& item) { return equal(item, *bound[0]); })));
}

Result<Value> index(const Value& owner, const Bound& bound) {
  const List& list = *owner.list();
  const auto found = std::ranges::find_if(list, [&](const Value& item) { return equal(item, *bound[0]); });
  if (found == list.end()) return refuse(say("index: expected {} in the list, found none", short_repr(*bound[0])));
  return Value::of(static_cast<std::int64_t>(found - list.begin()));
}

const Table<Value>& dict_methods() {
  static const Table<Value> table{
      {"get", {get, "- -", 1}}, {"keys", {keys}}, {"values", {values}}, {"items", {items}}, {"copy", {copy}},
  };
  return table;
}

const Table<Value>& list_methods() {
  static const Table<Value> table{{"count", {count, "-", 1}}, {"index", {index, "-", 1}}, {"copy", {copy}}};
  return table;
}

// A method of a |safe text escapes what it is given and gives a safe text.
Result<Value> call_markup(const Callable<Text>& method, std::string_view name, const Text& owner, Arguments arguments) {
  for (Value& argument : arguments.positional)
    if (argument.text() && !argument.markup)
      argument = Value::of(argument.text()->rewritten(escape_html(argument.text()->bytes)));
  LIFT_ASSIGN(Value made, method.call(name, owner, arguments));
  made.markup = made.text() != nullptr;
  return made;
}

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::ranges::find(names, name) != names.end();
}

}   // namespace

bool is_known_method(const Value& owner, std::string_view name) {
  if (owner.text()) return text_methods().contains(name);
  if (owner.dict()) return dict_methods().contains(name);
  if (!owner.list()) return false;
  if (owner.shape == Shape::List) return list_methods().contains(name);
  const bool counts = owner.is_tuple() || owner.shape == Shape::Range;
  return counts && name != "copy" && list_methods().contains(name);
}

bool is_foreign_attribute(const Value& owner, std::string_view name) {
  constexpr std::array<std::string_view, 7> texts{"encode",    "format_map", "isidentifier", "isprintable",
                                                  "maketrans", "translate",  "decode"};
  constexpr std::array<std::string_view, 6> dicts{"clear", "fromkeys", "pop", "popitem", "setdefault", "update"};
  constexpr std::array<std::string_view, 8> lists{"append", "clear",  "extend",  "insert",
                                                  "pop",    "remove", "reverse", "sort"};
  constexpr std::array<std::string_view, 13> numbers{
      "as_integer_ratio", "bit_count", "bit_length", "conjugate", "denominator", "from_bytes", "fromhex", "hex", "imag",
      "is_integer",       "numerator", "real",       "to_bytes"};
  if (owner.text()) return is_one_of(name, texts);
  if (owner.dict()) return is_one_of(name, dicts);
  if (owner.list()) return owner.shape == Shape::List && is_one_of(name, lists);
  return owner.is_number() && is_one_of(name, numbers);
}

Result<Value> call_method(std::string_view name, const Value& owner, const Arguments& arguments) {
  if (owner.dict()) return dict_methods().at(name).call(name, owner, arguments);
  if (owner.list()) return list_methods().at(name).call(name, owner, arguments);
  const Callable<Text>& method = text_methods().at(name);
  return owner.markup ? call_markup(method, name, *owner.text(), arguments)
                      : method.call(name, *owner.text(), arguments);
}

}   // namespace lift::jinja
