// Filters over numbers.
#include <cmath>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/jinja/functions.h"
#include "core/jinja/strings.h"

namespace lift::jinja {

namespace {

Result<Value> whole_from(double number, const Value& otherwise) {
  if (std::isnan(number) || std::isinf(number)) return otherwise;
  if (std::abs(number) >= 9.2e18) return refuse(say("int: expected a number of at most 64 bits, found more"));
  return Value::of(static_cast<std::int64_t>(number));
}

Result<Value> to_int(const Value& value, const Bound& bound) {
  const Value otherwise = bound[0] ? *bound[0] : Value::of(std::int64_t{0});
  LIFT_ASSIGN(const std::int64_t base, whole_or("int", bound[1], 10));
  if (value.is_undefined()) return expected("int", say("a number or text"), value);
  if (value.is_number()) return value.is_real() ? whole_from(value.number(), otherwise) : Value::of(value.integer());
  if (value.long_number()) return value;
  if (!value.text()) return otherwise;
  const std::string& text = value.text()->bytes;
  if (base == 0 || (base >= 2 && base <= 36)) {
    if (const auto number = parse_integer(text, static_cast<int>(base))) return Value::of(*number);
  }
  if (const auto number = parse_number(text)) return whole_from(*number, otherwise);
  return otherwise;
}

Result<Value> to_float(const Value& value, const Bound& bound) {
  if (value.is_undefined()) return expected("float", say("a number or text"), value);
  if (value.is_number()) return Value::of(value.number());
  if (value.text()) {
    if (const auto number = parse_number(value.text()->bytes)) return Value::of(*number);
  }
  return bound[0] ? *bound[0] : Value::of(0.0);
}

Result<Value> absolute(const Value& value, const Bound&) {
  if (!value.is_number()) return expected("abs", say("a number"), value);
  if (value.is_real()) return Value::of(std::abs(value.number()));
  return value.integer() < 0 ? apply_operator("-", Value::of(std::int64_t{0}), value) : Value::of(value.integer());
}

// To the nearest, halves to the even digit, of the number that the bits stand for: as Python's round.
double rounded_real(double number, std::int64_t digits) {
  if (std::isnan(number) || std::isinf(number)) return number;
  if (digits >= 0)
    return std::strtod(fmt::format("{:.{}f}", number, std::min<std::int64_t>(digits, 330)).c_str(), nullptr);
  const double unit = std::pow(10.0, static_cast<double>(-digits));
  return std::nearbyint(number / unit) * unit;
}

Result<Value> round(const Value& value, const Bound& bound) {
  LIFT_ASSIGN(const std::int64_t digits, whole_or("round", bound[0], 0));
  const std::string method = bound.has(1) && bound[1]->text() ? bound[1]->text()->bytes : "common";
  if (!value.is_number()) return expected("round", say("a number"), value);
  if (method == "common") {
    if (value.is_real()) return Value::of(rounded_real(value.number(), digits));
    if (digits >= 0) return Value::of(value.integer());
    if (digits < -18) return Value::of(std::int64_t{0});
    return whole_from(rounded_real(value.number(), digits), value);
  }
  if (method != "ceil" && method != "floor")
    return refuse(say("round: expected the method common, ceil or floor, found {}", method));
  const double unit = std::pow(10.0, static_cast<double>(digits));
  const double scaled = value.number() * unit;
  return Value::of((method == "ceil" ? std::ceil(scaled) : std::floor(scaled)) / unit);
}

Result<Value> file_size(const Value& value, const Bound& bound) {
  if (value.is_undefined() || value.is_none()) return expected("filesizeformat", say("a number"), value);
  const auto number = value.text()        ? parse_number(value.text()->bytes)
                      : value.is_number() ? std::optional(value.number())
                                          : std::nullopt;
  if (!number) return expected("filesizeformat", say("a number"), value);
  const double bytes = *number, base = bound.is_true(0) ? 1024 : 1000;
  if (bytes == 1) return Value::of("1 Byte");
  if (bytes < base) return Value::of(fmt::format("{} Bytes", static_cast<std::int64_t>(bytes)));
  constexpr std::string_view prefixes = "kMGTPEZY";
  double unit = base * base;
  std::size_t i = 0;
  for (; i + 1 < prefixes.size() && bytes >= unit; ++i) unit *= base;
  const char prefix = bound.is_true(0) && i == 0 ? 'K' : prefixes[i];
  return Value::of(fmt::format("{:.1f} {}{}", base * bytes / unit, prefix, bound.is_true(0) ? "iB" : "B"));
}

}   // namespace

const Table<Value>& number_filters() {
  static const Table<Value> table{
      {"int", {to_int, "default base"}},      {"float", {to_float, "default"}},          {"abs", {absolute}},
      {"round", {round, "precision method"}}, {"filesizeformat", {file_size, "binary"}},
  };
  return table;
}

}   // namespace lift::jinja
