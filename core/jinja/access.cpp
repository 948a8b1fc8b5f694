// What is inside a value: items, attributes, and whether something is among them.
#include <algorithm>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/jinja/functions.h"
#include "core/jinja/print.h"
#include "core/jinja/strings.h"

namespace lift::jinja {

namespace {

const Value* in_list(const List& list, std::int64_t index) {
  const auto size = static_cast<std::int64_t>(list.size());
  if (index < 0) index += size;
  return index >= 0 && index < size ? &list[static_cast<std::size_t>(index)] : nullptr;
}

Value character_at(const Text& text, std::int64_t index) {
  const auto size = static_cast<std::int64_t>(count_characters(text.bytes));
  if (index < 0) index += size;
  if (index < 0 || index >= size) return Value::undefined("character of a text");
  return Value::of(characters(text, static_cast<std::size_t>(index), static_cast<std::size_t>(index) + 1));
}

const Value* field_of(const Namespace& fields, std::string_view name) {
  const auto found = std::ranges::find(fields.fields, name, [](const auto& f) -> std::string_view { return f.first; });
  return found == fields.fields.end() ? nullptr : &found->second;
}

Value method(const Value& owner, std::string name, Function::Kind kind) {
  Function made;
  made.kind = kind;
  made.name = std::move(name);
  made.owner = std::make_shared<const Value>(owner);
  return Value::of(std::move(made));
}

// What Python finds as an attribute, apart from items.
std::optional<Value> plain_attribute(const Value& owner, const std::string& name) {
  if (is_known_method(owner, name)) return method(owner, name, Function::Kind::Method);
  if (const Namespace* fields = owner.name_space()) {
    const Value* found = field_of(*fields, name);
    return found ? std::optional(*found) : std::nullopt;
  }
  if (owner.list() && owner.shape == Shape::Group && (name == "grouper" || name == "list"))
    return (*owner.list())[name == "list" ? 1 : 0];
  if (const Function* called = owner.function(); called && called->kind == Function::Kind::Macro && name == "name")
    return Value::of(called->name);
  if (const Turner* turner = owner.turner()) {
    if (name == "next" || name == "reset") return method(owner, name, Function::Kind::TurnerMethod);
    if (name == "current" && !turner->items.empty()) return turner->items[turner->turn % turner->items.size()];
  }
  return std::nullopt;
}

}   // namespace

Result<List> items_of(const Value& value) {
  List items;
  if (value.list()) return *value.list();
  if (Iterator* left = value.iterator()) {
    items.assign(left->items.begin() + static_cast<std::ptrdiff_t>(left->next), left->items.end());
    left->next = left->items.size();
    return items;
  }
  if (value.is_undefined()) return items;
  if (value.dict()) {
    for (const auto& [key, item] : value.dict()->entries()) items.push_back(key);
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
  if (whole.dict()) {
    if (!hash_of(part)) return expected("in", say("something that can be a key on the left"), part);
    return whole.dict()->find(part) != nullptr;
  }
  const bool holds_items = whole.list() || whole.iterator() || whole.is_undefined();
  if (!holds_items) return expected("in", say("a text, list or mapping on the right"), whole);
  LIFT_ASSIGN(const List items, items_of(whole));
  return std::ranges::any_of(items, [&](const Value& item) { return equal(item, part); });
}

Value item_of(const Value& owner, const Value& key) {
  if (owner.list() && key.is_whole() && owner.shape != Shape::Keys && owner.shape != Shape::Values &&
      owner.shape != Shape::Items) {
    if (const Value* found = in_list(*owner.list(), key.integer())) return *found;
  }
  if (owner.text() && key.is_whole()) return character_at(*owner.text(), key.integer());
  if (owner.dict()) {
    if (const Value* found = owner.dict()->find(key)) return *found;
  }
  if (key.text()) {
    if (auto found = plain_attribute(owner, key.text()->bytes)) return *std::move(found);
  }
  return Value::undefined(key.text() ? key.text()->bytes : "item " + short_repr(key));
}

Value attribute_of(const Value& owner, const std::string& name) {
  if (auto found = plain_attribute(owner, name)) return *std::move(found);
  if (owner.dict()) {
    if (const Value* found = owner.dict()->find(name)) return *found;
  }
  return Value::undefined(name);
}

Result<Value> path_of(const Value& item, const Value& path) {
  List parts{path};
  if (path.text()) {
    parts.clear();
    for (Text& part : split(*path.text(), ".", -1)) {
      const auto index = every_character(part.bytes, is_decimal) ? parse_integer(part.bytes, 10) : std::nullopt;
      parts.push_back(index ? Value::of(*index) : Value::of(std::move(part)));
    }
  }
  Value at = item;
  for (const Value& part : parts) {
    if (at.is_undefined()) return expected("attribute", say("something with the item {}", short_repr(part)), at);
    at = item_of(at, part);
  }
  return at;
}

}   // namespace lift::jinja
