// Filters over lists and mappings.
#include <algorithm>

#include "core/base/say.h"
#include "core/jinja/functions.h"
#include "core/jinja/print.h"
#include "core/jinja/strings.h"

namespace lift::jinja {

namespace {

// What texts are compared by when capitals do not count.
Value folded(const Value& value, bool case_sensitive) {
  if (case_sensitive || !value.text()) return value;
  return Value::of(lower(value.text()->bytes));
}

Result<Value> length(const Value& value, const Bound&) {
  if (value.text()) return Value::of(static_cast<std::int64_t>(count_characters(value.text()->bytes)));
  if (value.is_undefined()) return Value::of(std::int64_t{0});
  if (value.list()) return Value::of(static_cast<std::int64_t>(value.list()->size()));
  if (value.dict()) return Value::of(static_cast<std::int64_t>(value.dict()->size()));
  return expected("length", say("a text, list or mapping"), value);
}

Result<Value> join(const Value& value, const Bound& bound) {
  LIFT_ASSIGN(const List items, items_of(value));
  LIFT_ASSIGN(const Text separator, bound[0] ? to_text(*bound[0]) : Result<Text>(Text{}));
  Text out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out.append(separator);
    LIFT_ASSIGN(const Value item, bound.has(1) ? path_of(items[i], *bound[1]) : Result<Value>(items[i]));
    LIFT_ASSIGN(const Text text, to_text(item));
    out.append(text);
    if (out.bytes.size() > kMostOutput)
      return refuse(say("expected at most {} bytes of text, found more", kMostOutput));
  }
  return Value::of(std::move(out));
}

Result<Value> items(const Value& value, const Bound&) {
  if (value.is_undefined()) return Value::iterator({});
  if (!value.dict()) return expected("items", say("a mapping"), value);
  LIFT_ASSIGN(const Value pairs, call_method("items", value, {}));
  return Value::iterator(*pairs.list());
}

Result<Value> list(const Value& value, const Bound&) {
  LIFT_ASSIGN(List items, items_of(value));
  return Value::of(std::move(items));
}

Result<Value> first(const Value& value, const Bound&) {
  if (Iterator* left = value.iterator())   // takes one, leaves the rest
    return left->next < left->items.size() ? left->items[left->next++] : Value::undefined("first item");
  LIFT_ASSIGN(const List items, items_of(value));
  return items.empty() ? Value::undefined("first item") : items.front();
}

Result<Value> last(const Value& value, const Bound&) {
  if (value.iterator()) return expected("last", say("a list"), value);
  LIFT_ASSIGN(const List items, items_of(value));
  return items.empty() ? Value::undefined("last item") : items.back();
}

Result<Value> reverse(const Value& value, const Bound&) {
  LIFT_ASSIGN(List items, items_of(value));
  std::ranges::reverse(items);
  if (!value.text()) return value.iterator() ? Value::of(std::move(items)) : Value::iterator(std::move(items));
  Text out;
  for (const Value& item : items) out.append(*item.text());
  return Value::of(std::move(out));
}

Result<Value> otherwise(const Value& value, const Bound& bound) {
  const bool missing = value.is_undefined() || (bound.is_true(1) && !value.truthy());
  if (!missing) return value;
  return bound[0] ? *bound[0] : Value::of("");
}

// Sorts by the keys, which must all have an order.
Result<List> sorted(const List& items, const List& keys, bool reverse) {
  std::vector<std::size_t> order(items.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  bool comparable = true;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto relation = compare(keys[a], keys[b]);
    comparable &= relation.has_value();
    return relation && (reverse ? *relation > 0 : *relation < 0);
  });
  if (!comparable) return refuse(say("sort: expected items that have an order, found others"));
  List out;
  for (const std::size_t i : order) out.push_back(items[i]);
  return out;
}

// "a,b": by a, then by b.
Result<Value> sort_key(const Value& item, const Value* attribute, bool case_sensitive) {
  if (!attribute || attribute->is_none()) return Value::of(List{folded(item, case_sensitive)});
  List paths{*attribute};
  if (attribute->text()) {
    paths.clear();
    for (Text& path : split(*attribute->text(), ",", -1)) paths.push_back(Value::of(std::move(path)));
  }
  List key;
  for (const Value& path : paths) {
    LIFT_ASSIGN(const Value part, path_of(item, path));
    key.push_back(folded(part, case_sensitive));
  }
  return Value::of(std::move(key));
}

Result<Value> sort(const Value& value, const Bound& bound) {
  LIFT_ASSIGN(const List items, items_of(value));
  List keys;
  for (const Value& item : items) {
    LIFT_ASSIGN(Value key, sort_key(item, bound[2], bound.is_true(1)));
    keys.push_back(std::move(key));
  }
  LIFT_ASSIGN(List out, sorted(items, keys, bound.is_true(0)));
  return Value::of(std::move(out));
}

Result<Value> dict_sort(const Value& value, const Bound& bound) {
  if (!value.dict()) return expected("dictsort", say("a mapping"), value);
  const std::string by = bound[1] && bound[1]->text() ? bound[1]->text()->bytes : "key";
  if (by != "key" && by != "value") return refuse(say("dictsort: expected by=\"key\" or \"value\", found {}", by));
  List items, keys;
  for (const auto& [key, item] : value.dict()->entries()) {
    items.push_back(Value::of(List{key, item}, Shape::Tuple));
    keys.push_back(folded(by == "key" ? key : item, bound.is_true(0)));
  }
  LIFT_ASSIGN(List out, sorted(items, keys, bound.is_true(2)));
  return Value::of(std::move(out));
}

Result<Value> unique(const Value& value, const Bound& bound) {
  LIFT_ASSIGN(const List items, items_of(value));
  Dict seen;
  List out;
  for (const Value& item : items) {
    LIFT_ASSIGN(const Value part, bound.has(1) ? path_of(item, *bound[1]) : Result<Value>(item));
    const Value key = folded(part, bound.is_true(0));
    if (seen.find(key)) continue;
    if (!seen.put(key, Value::none())) return expected("unique", say("items that can be keys"), key);
    out.push_back(item);
  }
  return Value::iterator(std::move(out));
}

Result<Value> extreme(const Value& value, const Bound& bound, int sign) {
  LIFT_ASSIGN(const List items, items_of(value));
  if (items.empty()) return Value::undefined("smallest or largest item");
  Value best_key;
  const Value* best = nullptr;
  for (const Value& item : items) {
    LIFT_ASSIGN(const Value part, bound.has(1) ? path_of(item, *bound[1]) : Result<Value>(item));
    const Value key = folded(part, bound.is_true(0));
    if (best) {
      const auto relation = compare(key, best_key);
      if (!relation) return expected("min", say("items that have an order"), key);
      if (*relation * sign <= 0) continue;
    }
    best = &item;
    best_key = key;
  }
  return *best;
}
Result<Value> smallest(const Value& value, const Bound& bound) { return extreme(value, bound, -1); }
Result<Value> largest(const Value& value, const Bound& bound) { return extreme(value, bound, 1); }

Result<Value> sum(const Value& value, const Bound& bound) {
  LIFT_ASSIGN(const List items, items_of(value));
  Value total = bound[1] ? *bound[1] : Value::of(std::int64_t{0});
  if (total.text()) return expected("sum", say("a start that is no text"), total);
  for (const Value& item : items) {
    LIFT_ASSIGN(const Value part, bound.has(0) ? path_of(item, *bound[0]) : Result<Value>(item));
    LIFT_ASSIGN(total, add(total, part));
  }
  return total;
}

Result<Value> batch(const Value& value, const Bound& bound) {
  LIFT_ASSIGN(const List items, items_of(value));
  LIFT_ASSIGN(const std::int64_t count, whole_of("batch", *bound[0]));
  if (count < 1 || count > kLongestRange)
    return refuse(say("batch: expected a number from 1 to {}, found {}", kLongestRange, count));
  List out, row;
  for (const Value& item : items) {
    if (static_cast<std::int64_t>(row.size()) == count) out.push_back(Value::of(std::exchange(row, {})));
    row.push_back(item);
  }
  if (!row.empty() && bound.has(1)) row.resize(static_cast<std::size_t>(count), *bound[1]);
  if (!row.empty()) out.push_back(Value::of(std::move(row)));
  return Value::iterator(std::move(out));
}

Result<Value> slice(const Value& value, const Bound& bound) {
  LIFT_ASSIGN(const List items, items_of(value));
  LIFT_ASSIGN(const std::int64_t slices, whole_of("slice", *bound[0]));
  if (slices < 1 || slices > kLongestRange)
    return refuse(say("slice: expected a number from 1 to {}, found {}", kLongestRange, slices));
  const auto size = static_cast<std::int64_t>(items.size());
  List out;
  auto at = items.begin();
  for (std::int64_t i = 0; i < slices; ++i) {
    const bool longer = i < size % slices;
    const auto end = at + size / slices + (longer ? 1 : 0);
    List row(at, end);
    at = end;
    if (bound.has(1) && !longer) row.push_back(*bound[1]);
    out.push_back(Value::of(std::move(row)));
  }
  return Value::iterator(std::move(out));
}

}   // namespace

const Table<Value>& list_filters() {
  static const Table<Value> table{
      {"length", {length}},
      {"count", {length}},
      {"join", {join, "d attribute"}},
      {"items", {items}},
      {"list", {list}},
      {"first", {first}},
      {"last", {last}},
      {"reverse", {reverse}},
      {"default", {otherwise, "default_value boolean"}},
      {"d", {otherwise, "default_value boolean"}},
      {"sort", {sort, "reverse case_sensitive attribute"}},
      {"dictsort", {dict_sort, "case_sensitive by reverse"}},
      {"unique", {unique, "case_sensitive attribute"}},
      {"min", {smallest, "case_sensitive attribute"}},
      {"max", {largest, "case_sensitive attribute"}},
      {"sum", {sum, "attribute start"}},
      {"batch", {batch, "linecount fill_with", 1}},
      {"slice", {slice, "slices fill_with", 1}},
  };
  return table;
}

}   // namespace lift::jinja
