#include "core/jinja/value.h"

#include <algorithm>
#include <limits>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/jinja/dict.h"

namespace lift::jinja {

namespace {

constexpr std::uint64_t kHeaviest = std::numeric_limits<std::uint32_t>::max();

// Takes the measure of a container from that of its parts.
void measure(Value& whole, std::uint64_t& weight, const Value& part) {
  whole.depth = std::max<std::uint16_t>(whole.depth, static_cast<std::uint16_t>(std::min(part.depth + 1, 60'000)));
  constexpr std::uint64_t place = 64;   // to copy a reference costs as much as that many bytes
  weight = std::min(kHeaviest, weight + part.weight + place);
}

template <typename Json>
Value number_of(const Json& json) {
  if (!json.is_number_unsigned()) return Value::of(json.template get<std::int64_t>());
  const auto number = json.template get<std::uint64_t>();
  if (number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
    return Value::of(static_cast<std::int64_t>(number));
  return Value::long_number(std::to_string(number));
}

template <typename Json>
Value value_of(const Json& json) {
  using Kind = nlohmann::detail::value_t;
  switch (json.type()) {
    case Kind::boolean: return Value::of(json.template get<bool>());
    case Kind::number_integer:
    case Kind::number_unsigned: return number_of(json);
    case Kind::number_float: return Value::of(json.template get<double>());
    case Kind::string: return Value::of(json.template get<std::string>());
    case Kind::array: {
      List list;
      for (const auto& item : json) list.push_back(value_of(item));
      return Value::of(std::move(list));
    }
    case Kind::object: {
      Dict dict;
      for (const auto& [key, item] : json.items()) dict.put(key, value_of(item));
      return Value::of(std::move(dict));
    }
    default: return Value::none();
  }
}

}   // namespace

Value Value::of(const nlohmann::ordered_json& json) { return value_of(json); }

Value Value::of(Text text) {
  const auto size = static_cast<std::uint32_t>(std::min<std::uint64_t>(kHeaviest - 1, text.bytes.size()));
  Value value{std::make_shared<const Text>(std::move(text))};
  value.weight = size + 1;
  return value;
}

Value Value::of(List list, Shape shape) {
  Value value;
  std::uint64_t weight = 1;
  value.depth = 1;
  for (const Value& item : list) measure(value, weight, item);
  value.weight = static_cast<std::uint32_t>(weight);
  value.shape = shape;
  value.data = std::make_shared<const List>(std::move(list));
  return value;
}

Value Value::of(Dict dict) {
  Value value;
  std::uint64_t weight = 1;
  value.depth = 1;
  for (const auto& [key, item] : dict.entries()) {
    measure(value, weight, key);
    measure(value, weight, item);
  }
  value.weight = static_cast<std::uint32_t>(weight);
  value.data = std::make_shared<const Dict>(std::move(dict));
  return value;
}

Value Value::of(Function function) {
  Value value;
  std::uint64_t weight = 1;
  if (function.owner) measure(value, weight, *function.owner);
  value.weight = static_cast<std::uint32_t>(weight);
  value.data = std::make_shared<const Function>(std::move(function));
  return value;
}

Value Value::iterator(List items) {
  const Value measured = of(std::move(items));
  Value value;
  value.depth = measured.depth;
  value.weight = measured.weight;
  value.data = std::make_shared<Iterator>(Iterator{*measured.list(), 0});
  return value;
}

Value Value::long_number(std::string digits) {
  return Value{std::make_shared<const LongNumber>(LongNumber{std::move(digits)})};
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
  if (long_number()) return say("a number of more than 64 bits");
  if (text()) return say("a text");
  if (list()) return say("a list");
  if (dict()) return say("a mapping");
  if (iterator()) return say("a generator, which is read once");
  if (loop()) return say("the loop");
  return name_space() ? say("a namespace") : say("a function");
}

}   // namespace lift::jinja
