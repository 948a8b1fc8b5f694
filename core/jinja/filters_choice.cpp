// Filters that apply others to every item: map, select, reject, groupby; and attr.
#include <algorithm>

#include "core/base/say.h"
#include "core/jinja/functions.h"
#include "core/jinja/print.h"
#include "core/jinja/strings.h"

namespace lift::jinja {

namespace {

Arguments behind(const Arguments& arguments, std::size_t count) {
  Arguments rest = arguments;
  rest.positional.erase(rest.positional.begin(), rest.positional.begin() + static_cast<std::ptrdiff_t>(count));
  return rest;
}

// select, reject, selectattr, rejectattr: the items for which a test holds, or does not.
template <bool by_attribute, bool keep>
Result<Value> chosen(const Value& value, const Arguments& arguments) {
  if (!value.truthy()) return Value::iterator({});   // none too
  LIFT_ASSIGN(const List items, items_of(value));
  constexpr std::size_t test_place = by_attribute ? 1 : 0;
  const List& given = arguments.positional;
  if (by_attribute && given.empty()) return refuse(say("selectattr: expected the name of an attribute, found nothing"));
  const Value* test = given.size() > test_place ? &given[test_place] : nullptr;
  if (test && (!test->text() || !is_known_test(test->text()->bytes)))
    return lacking(say("select: expected the name of a test, found {}", short_repr(*test)));
  const Arguments rest = test ? behind(arguments, test_place + 1) : Arguments();
  List out;
  for (const Value& item : items) {
    LIFT_ASSIGN(const Value examined, by_attribute ? path_of(item, given[0]) : Result<Value>(item));
    bool holds = examined.truthy();
    if (test) {
      LIFT_ASSIGN(holds, apply_test(test->text()->bytes, examined, rest));
    }
    if (holds == keep) out.push_back(item);
  }
  return Value::iterator(std::move(out));
}

Result<Value> path_or(const Value& item, const Value& path, const Value* otherwise) {
  Value at = item;
  List parts{path};
  if (path.text()) {
    parts.clear();
    for (Text& part : split(*path.text(), ".", -1)) parts.push_back(Value::of(std::move(part)));
  }
  for (const Value& part : parts) {
    LIFT_ASSIGN(at, path_of(at, part));
    if (at.is_undefined() && otherwise && !otherwise->is_none()) at = *otherwise;
  }
  return at;
}

Result<Value> map_attribute(const List& items, const Arguments& arguments) {
  for (const auto& [name, value] : arguments.named)
    if (name != "attribute" && name != "default")
      return refuse(say("{}: expected no argument called {}, found one", "map", name));
  List out;
  for (const Value& item : items) {
    LIFT_ASSIGN(Value found, path_or(item, *arguments.named_value("attribute"), arguments.named_value("default")));
    out.push_back(std::move(found));
  }
  return Value::iterator(std::move(out));
}

Result<Value> mapped(const Value& value, const Arguments& arguments) {
  if (!value.truthy()) return Value::iterator({});
  LIFT_ASSIGN(const List items, items_of(value));
  if (arguments.positional.empty() && arguments.named_value("attribute")) return map_attribute(items, arguments);
  if (arguments.positional.empty()) return refuse(say("map: expected attribute=... or the name of a filter"));
  const Value& filter = arguments.positional[0];
  if (!filter.text() || !is_known_filter(filter.text()->bytes))
    return lacking(say("map: expected the name of a filter that this program has, found {}", short_repr(filter)));
  const Arguments rest = behind(arguments, 1);
  List out;
  for (const Value& item : items) {
    LIFT_ASSIGN(Value made, apply_filter(filter.text()->bytes, item, rest));
    out.push_back(std::move(made));
  }
  return Value::iterator(std::move(out));
}

Result<Value> group_by(const Value& value, const Bound& bound) {
  LIFT_ASSIGN(const List items, items_of(value));
  List keys;
  for (const Value& item : items) {
    LIFT_ASSIGN(Value key, path_or(item, *bound[0], bound[1]));
    keys.push_back(key.text() && !bound.is_true(2) ? Value::of(lower(key.text()->bytes)) : key);
  }
  std::vector<std::size_t> order(items.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  bool comparable = true;
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    const auto relation = compare(keys[a], keys[b]);
    comparable &= relation.has_value();
    return relation && *relation < 0;
  });
  if (!comparable) return refuse(say("groupby: expected groups that have an order, found others"));
  List groups;
  for (std::size_t i = 0; i < order.size();) {
    List members;
    const std::size_t begin = i;
    for (; i < order.size() && equal(keys[order[i]], keys[order[begin]]); ++i) members.push_back(items[order[i]]);
    LIFT_ASSIGN(Value name, path_or(members.front(), *bound[0], bound[1]));
    groups.push_back(Value::of(List{std::move(name), Value::of(std::move(members))}, Shape::Group));
  }
  return Value::of(std::move(groups));
}

Result<Value> attribute(const Value& value, const Bound& bound) {
  if (!bound[0]->text()) return expected("attr", say("a text"), *bound[0]);
  const std::string& name = bound[0]->text()->bytes;
  if (value.is_undefined()) return expected("attr", say("something with attributes"), value);
  // Only what Python calls an attribute: no item of a mapping.
  if (value.dict() && !is_known_method(value, name)) return Value::undefined(name);
  return attribute_of(value, name);
}

}   // namespace

const Table<Value>& choice_filters() {
  static const Table<Value> table{
      {"map", {nullptr, "", 0, mapped}},
      {"select", {nullptr, "", 0, chosen<false, true>}},
      {"reject", {nullptr, "", 0, chosen<false, false>}},
      {"selectattr", {nullptr, "", 0, chosen<true, true>}},
      {"rejectattr", {nullptr, "", 0, chosen<true, false>}},
      {"groupby", {group_by, "attribute default case_sensitive", 1}},
      {"attr", {attribute, "name", 1}},
  };
  return table;
}

}   // namespace lift::jinja
