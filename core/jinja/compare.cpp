// When two values are equal, which comes first, and where a mapping puts a key: Python's rules.
#include <algorithm>
#include <cmath>
#include <functional>

#include "core/jinja/dict.h"
#include "core/jinja/value.h"

namespace lift::jinja {

namespace {

bool equal_numbers(const Value& left, const Value& right) {
  if (left.is_real() || right.is_real()) return left.number() == right.number();
  return left.integer() == right.integer();
}

bool equal_dicts(const Dict& left, const Dict& right) {
  const auto same = [&](const auto& entry) {
    const Value* other = right.find(entry.first);
    return other && equal(entry.second, *other);
  };
  return left.size() == right.size() && std::ranges::all_of(left.entries(), same);
}

bool same_shape(const Value& left, const Value& right) {
  if (left.is_tuple() || right.is_tuple()) return left.is_tuple() && right.is_tuple();
  return left.shape == right.shape;
}

// A million more than a float holds exactly is still told apart.
int compare_numbers(const Value& left, const Value& right) {
  if (!left.is_real() && !right.is_real()) {
    const std::int64_t a = left.integer(), b = right.integer();
    return a < b ? -1 : a > b ? 1 : 0;
  }
  const double a = left.number(), b = right.number();
  return a < b ? -1 : a > b ? 1 : 0;
}

std::optional<int> compare_lists(const List& left, const List& right) {
  for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i)
    if (!equal(left[i], right[i])) return compare(left[i], right[i]);
  return left.size() < right.size() ? -1 : left.size() > right.size() ? 1 : 0;
}

std::size_t hash_of_number(const Value& value) {
  const double number = value.number();
  if (value.is_real() && (number != std::floor(number) || std::abs(number) > 9e15)) return std::hash<double>()(number);
  return std::hash<std::int64_t>()(value.integer());
}

}   // namespace

bool equal(const Value& left, const Value& right) {
  if (left.is_number() && right.is_number()) return equal_numbers(left, right);
  if (left.text() && right.text()) return left.text()->bytes == right.text()->bytes;
  if (left.list() && right.list())
    return same_shape(left, right) && std::ranges::equal(*left.list(), *right.list(), equal);
  if (left.dict() && right.dict()) return equal_dicts(*left.dict(), *right.dict());
  if (left.long_number() && right.long_number()) return left.long_number()->digits == right.long_number()->digits;
  if (left.name_space() || right.name_space()) return left.name_space() == right.name_space();
  if (left.iterator() || right.iterator()) return left.iterator() == right.iterator();
  if (left.function() && right.function()) return left.function() == right.function();
  return (left.is_none() && right.is_none()) || (left.is_undefined() && right.is_undefined());
}

std::optional<int> compare(const Value& left, const Value& right) {
  if (left.is_number() && right.is_number()) return compare_numbers(left, right);
  if (left.text() && right.text()) return left.text()->bytes.compare(right.text()->bytes);
  if (left.list() && right.list() && same_shape(left, right) && (left.is_tuple() || left.shape == Shape::List))
    return compare_lists(*left.list(), *right.list());
  return std::nullopt;
}

std::optional<std::size_t> hash_of(const Value& value) {
  if (value.is_number()) return hash_of_number(value);
  if (value.text()) return std::hash<std::string>()(value.text()->bytes);
  if (value.long_number()) return std::hash<std::string>()(value.long_number()->digits);
  if (value.is_none() || value.is_undefined()) return value.is_none() ? 1 : 2;
  if (value.function()) return std::hash<const void*>()(value.function());
  if (value.is_tuple()) {
    std::size_t hash = value.list()->size();
    for (const Value& item : *value.list()) {
      const auto part = hash_of(item);
      if (!part) return std::nullopt;
      hash = hash * 1'000'003 ^ *part;
    }
    return hash;
  }
  return std::nullopt;
}

}   // namespace lift::jinja
