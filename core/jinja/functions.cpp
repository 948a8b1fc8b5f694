#include "core/jinja/functions.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/jinja/text.h"

namespace lift::jinja {

namespace {

Error refuse(Sentence message) { return make_error(ErrorCode::InvalidArgument, Sentence(), std::move(message)); }

Error expected(std::string_view name, const Sentence& kind, const Value& found) {
  return refuse(say("{}: expected {}, found {}", name, kind, found.kind()));
}

using Filter = Result<Value> (*)(const Value&, const Arguments&);

Result<Text> text_of(std::string_view name, const Value& value) {
  if (value.is_undefined()) return expected(name, say("a text"), value);
  return to_text(value);
}

Result<Value> mapped_text(std::string_view name, const Value& value, std::string (*change)(const std::string&)) {
  LIFT_ASSIGN(const Text text, text_of(name, value));
  return Value::of(text.rewritten(change(text.bytes)));
}

Result<Value> length(const Value& value, const Arguments&) {
  if (value.text()) return Value::of(static_cast<std::int64_t>(count_characters(value.text()->bytes)));
  if (value.is_undefined()) return Value::of(std::int64_t{0});
  LIFT_ASSIGN(const List items, items_of(value));
  return Value::of(static_cast<std::int64_t>(items.size()));
}

Result<Value> trim_filter(const Value& value, const Arguments& arguments) {
  LIFT_ASSIGN(const Text text, text_of("trim", value));
  const Value* characters = arguments.get(0, "chars");
  return Value::of(strip(text, characters && characters->text() ? characters->text()->bytes : "", true, true));
}

Result<Value> join_filter(const Value& value, const Arguments& arguments) {
  LIFT_ASSIGN(const List items, items_of(value));
  const Value* separator = arguments.get(0, "d");
  const Value* attribute = arguments.get(1, "attribute");
  Text out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0 && separator) out.append(to_text(*separator));
    out.append(to_text(attribute ? attribute_or_item(items[i], *attribute) : items[i]));
  }
  return Value::of(std::move(out));
}

Result<Value> items_filter(const Value& value, const Arguments&) {
  if (value.is_undefined()) return Value::of(List{});
  if (!value.dict()) return expected("items", say("a mapping"), value);
  return call_method("items", value, {});
}

Result<Value> list_filter(const Value& value, const Arguments&) {
  LIFT_ASSIGN(List items, items_of(value));
  return Value::of(std::move(items));
}

Result<Value> first_filter(const Value& value, const Arguments&) {
  LIFT_ASSIGN(const List items, items_of(value));
  return items.empty() ? Value::undefined("first item of an empty list") : items.front();
}

Result<Value> last_filter(const Value& value, const Arguments&) {
  LIFT_ASSIGN(const List items, items_of(value));
  return items.empty() ? Value::undefined("last item of an empty list") : items.back();
}

Result<Value> reverse_filter(const Value& value, const Arguments&) {
  LIFT_ASSIGN(List items, items_of(value));
  std::ranges::reverse(items);
  if (!value.text()) return Value::of(std::move(items));
  Text out;
  for (const Value& item : items) out.append(*item.text());
  return Value::of(std::move(out));
}

Result<Value> default_filter(const Value& value, const Arguments& arguments) {
  const Value* otherwise = arguments.get(0, "default_value");
  const Value* also_false = arguments.get(1, "boolean");
  const bool missing = value.is_undefined() || (also_false && also_false->truthy() && !value.truthy());
  if (!missing) return value;
  return otherwise ? *otherwise : Value::of(std::string());
}

Result<Value> string_filter(const Value& value, const Arguments&) { return Value::of(to_text(value)); }

Result<Value> int_filter(const Value& value, const Arguments& arguments) {
  const Value* otherwise = arguments.get(0, "default");
  if (value.is_number()) return Value::of(value.integer());
  if (value.text()) {
    if (const auto number = parse_number(value.text()->bytes)) return Value::of(static_cast<std::int64_t>(*number));
  }
  return otherwise ? *otherwise : Value::of(std::int64_t{0});
}

Result<Value> float_filter(const Value& value, const Arguments& arguments) {
  const Value* otherwise = arguments.get(0, "default");
  if (value.is_number()) return Value::of(value.number());
  if (value.text()) {
    if (const auto number = parse_number(value.text()->bytes)) return Value::of(*number);
  }
  return otherwise ? *otherwise : Value::of(0.0);
}

Result<Value> abs_filter(const Value& value, const Arguments&) {
  if (!value.is_number()) return expected("abs", say("a number"), value);
  return std::holds_alternative<double>(value.data) ? Value::of(std::abs(value.number()))
                                                    : Value::of(std::abs(value.integer()));
}

Result<Value> tojson_filter(const Value& value, const Arguments& arguments) {
  const Value* indent = arguments.get(0, "indent");
  const std::int64_t width = indent && indent->is_number() ? indent->integer() : -1;
  return Value::of(to_json(value, static_cast<int>(std::clamp<std::int64_t>(width, -1, 16))));
}

Result<Value> replace_filter(const Value& value, const Arguments& arguments) {
  LIFT_ASSIGN(const Text text, text_of("replace", value));
  return call_method("replace", Value::of(text), arguments);
}

Result<Value> sort_items(const Value& value, const Arguments& arguments) {
  LIFT_ASSIGN(List items, items_of(value));
  const Value* reverse = arguments.get(0, "reverse");
  const Value* attribute = arguments.get(2, "attribute");
  const auto key = [&](const Value& item) { return attribute ? attribute_or_item(item, *attribute) : item; };
  for (const Value& item : items)
    if (!compare(key(item), key(items[0]))) return expected("sort", say("items that have an order"), key(item));
  const bool descending = reverse && reverse->truthy();
  std::stable_sort(items.begin(), items.end(), [&](const Value& a, const Value& b) {
    const int order = *compare(key(a), key(b));
    return descending ? order > 0 : order < 0;
  });
  return Value::of(std::move(items));
}

Result<Value> unique_filter(const Value& value, const Arguments&) {
  LIFT_ASSIGN(const List items, items_of(value));
  List out;
  for (const Value& item : items)
    if (std::ranges::none_of(out, [&](const Value& seen) { return equal(seen, item); })) out.push_back(item);
  return Value::of(std::move(out));
}

Result<Value> indent_filter(const Value& value, const Arguments& arguments) {
  LIFT_ASSIGN(const Text text, text_of("indent", value));
  const Value* width = arguments.get(0, "width");
  const Value* first = arguments.get(1, "first");
  const auto spaces =
      static_cast<std::size_t>(width && width->is_number() ? std::clamp<std::int64_t>(width->integer(), 0, 64) : 4);
  Text out;
  std::size_t at = 0;
  for (bool begin = true; at <= text.bytes.size(); begin = false) {
    const std::size_t end = std::min(text.bytes.find('\n', at), text.bytes.size());
    if (end > at && (!begin || (first && first->truthy()))) out.append(std::string(spaces, ' '));
    out.append(text.part(at, std::min(end + 1, text.bytes.size())));
    at = end + 1;
  }
  return Value::of(std::move(out));
}

// select, reject, selectattr, rejectattr: keep the items for which a test holds.
Result<Value> choose(const Value& value, const Arguments& arguments, bool by_attribute, bool keep) {
  LIFT_ASSIGN(const List items, items_of(value));
  const std::size_t test_place = by_attribute ? 1 : 0;
  const Value* attribute = by_attribute ? arguments.get(0, "") : nullptr;
  if (by_attribute && !attribute) return refuse(say("selectattr: expected the name of an attribute, found nothing"));
  const Value* test = arguments.get(test_place, "");
  if (test && (!test->text() || !is_known_test(test->text()->bytes)))
    return make_error(ErrorCode::Unsupported, Sentence(),
                      say("select: expected the name of a test, found {}", to_repr(*test)));
  Arguments rest;
  for (std::size_t i = test_place + 1; i < arguments.positional.size(); ++i)
    rest.positional.push_back(arguments.positional[i]);
  List out;
  for (const Value& item : items) {
    const Value examined = attribute ? attribute_or_item(item, *attribute) : item;
    bool holds = examined.truthy();
    if (test) {
      LIFT_ASSIGN(holds, apply_test(test->text()->bytes, examined, rest));
    }
    if (holds == keep) out.push_back(item);
  }
  return Value::of(std::move(out));
}

Result<Value> map_filter(const Value& value, const Arguments& arguments) {
  LIFT_ASSIGN(const List items, items_of(value));
  const Value* attribute = arguments.get(9, "attribute");
  const Value* filter = arguments.get(0, "");
  if (!attribute && (!filter || !filter->text() || !is_known_filter(filter->text()->bytes)))
    return make_error(ErrorCode::Unsupported, Sentence(),
                      say("map: expected attribute=... or the name of a filter we know"));
  Arguments rest;
  for (std::size_t i = 1; i < arguments.positional.size(); ++i) rest.positional.push_back(arguments.positional[i]);
  List out;
  for (const Value& item : items) {
    if (attribute) {
      out.push_back(attribute_or_item(item, *attribute));
      continue;
    }
    LIFT_ASSIGN(Value mapped, apply_filter(filter->text()->bytes, item, rest));
    out.push_back(std::move(mapped));
  }
  return Value::of(std::move(out));
}

const std::map<std::string_view, Filter>& filters() {
  static const std::map<std::string_view, Filter> table{
      {"trim", trim_filter},
      {"length", length},
      {"count", length},
      {"join", join_filter},
      {"items", items_filter},
      {"list", list_filter},
      {"first", first_filter},
      {"last", last_filter},
      {"reverse", reverse_filter},
      {"default", default_filter},
      {"d", default_filter},
      {"string", string_filter},
      {"safe", string_filter},
      {"int", int_filter},
      {"float", float_filter},
      {"abs", abs_filter},
      {"tojson", tojson_filter},
      {"replace", replace_filter},
      {"sort", sort_items},
      {"unique", unique_filter},
      {"indent", indent_filter},
      {"map", map_filter},
      {"upper", [](const Value& v, const Arguments&) { return mapped_text("upper", v, upper); }},
      {"lower", [](const Value& v, const Arguments&) { return mapped_text("lower", v, lower); }},
      {"title", [](const Value& v, const Arguments&) { return mapped_text("title", v, title); }},
      {"capitalize", [](const Value& v, const Arguments&) { return mapped_text("capitalize", v, capitalize); }},
      {"select", [](const Value& v, const Arguments& a) { return choose(v, a, false, true); }},
      {"reject", [](const Value& v, const Arguments& a) { return choose(v, a, false, false); }},
      {"selectattr", [](const Value& v, const Arguments& a) { return choose(v, a, true, true); }},
      {"rejectattr", [](const Value& v, const Arguments& a) { return choose(v, a, true, false); }},
  };
  return table;
}

}   // namespace

const Value* Arguments::get(std::size_t position, std::string_view name) const {
  if (position < positional.size()) return &positional[position];
  return find(named, name);
}

bool is_known_filter(std::string_view name) { return filters().contains(name); }

Result<Value> apply_filter(std::string_view name, const Value& value, const Arguments& arguments) {
  const auto found = filters().find(name);
  if (found == filters().end())
    return make_error(ErrorCode::Unsupported, Sentence(), say("the filter {} is not one that this program has", name));
  return found->second(value, arguments);
}

Result<List> items_of(const Value& value) {
  List items;
  if (value.list()) return *value.list();
  if (value.is_undefined()) return items;
  if (value.dict()) {
    for (const auto& [key, item] : *value.dict()) items.push_back(Value::of(key));
  } else if (value.text()) {
    for (Text& character : characters_of(*value.text())) items.push_back(Value::of(std::move(character)));
  } else {
    return refuse(say("expected a list, found {}", value.kind()));
  }
  return items;
}

Result<bool> contains(const Value& whole, const Value& part) {
  if (whole.text()) {
    if (!part.text()) return expected("in", say("a text on the left"), part);
    return whole.text()->bytes.find(part.text()->bytes) != std::string::npos;
  }
  if (whole.dict()) return part.text() && find(*whole.dict(), part.text()->bytes);
  if (whole.list()) return std::ranges::any_of(*whole.list(), [&](const Value& item) { return equal(item, part); });
  if (whole.is_undefined()) return false;
  return expected("in", say("a text, list or mapping on the right"), whole);
}

Value attribute_or_item(const Value& owner, const Value& key) {
  if (const List* list = owner.list(); list && key.is_number()) {
    std::int64_t index = key.integer();
    if (index < 0) index += static_cast<std::int64_t>(list->size());
    if (index >= 0 && index < static_cast<std::int64_t>(list->size())) return (*list)[static_cast<std::size_t>(index)];
    return Value::undefined(fmt::format("item {}", key.integer()));
  }
  if (const Text* text = owner.text(); text && key.is_number()) return character_at(*text, key.integer());
  if (!key.text()) return Value::undefined(to_repr(key));
  const std::string& name = key.text()->bytes;
  const Value* found = owner.dict() ? find(*owner.dict(), name) : nullptr;
  if (const Namespace* fields = owner.name_space()) found = find(fields->fields, name);
  return found ? *found : Value::undefined(name);
}

}   // namespace lift::jinja
