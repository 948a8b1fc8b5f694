// The operators between two values.
#include <cmath>

#include "core/base/say.h"
#include "core/jinja/functions.h"

namespace lift::jinja {

namespace {

Error refuse(Sentence message, ErrorCode code = ErrorCode::InvalidArgument) {
  return make_error(code, Sentence(), std::move(message));
}

Error mismatch(std::string_view name, const Value& left, const Value& right) {
  return refuse(say("expected two things that {} works on, found {} and {}", name, left.kind(), right.kind()));
}

Result<Value> concatenated(Text left, const Text& right) {
  if (left.bytes.size() + right.bytes.size() > most_output)
    return refuse(say("expected at most {} bytes of text, found more", most_output), ErrorCode::Malformed);
  left.append(right);
  return Value::of(std::move(left));
}

Result<Value> joined(const List& left, const List& right) {
  if (static_cast<std::int64_t>(left.size() + right.size()) > longest_range)
    return refuse(say("expected a list of at most {} items, found more", longest_range), ErrorCode::Malformed);
  List all = left;
  all.insert(all.end(), right.begin(), right.end());
  return Value::of(std::move(all));
}

Result<Value> repeated(const Text& text, std::int64_t count) {
  constexpr std::int64_t most_times = 1 << 30;
  if (count > 0 && text.bytes.size() * static_cast<std::uint64_t>(std::min(count, most_times)) > most_output)
    return refuse(say("expected at most {} bytes of text, found more", most_output), ErrorCode::Malformed);
  Text out;
  for (std::int64_t i = 0; i < count && !text.bytes.empty(); ++i) out.append(text);
  return Value::of(std::move(out));
}

Result<Value> power(const Value& left, const Value& right, bool real) {
  const double result = std::pow(left.number(), right.number());
  if (real || right.integer() < 0) return Value::of(result);
  constexpr double exact = 9007199254740992.0;   // whole numbers that a double holds
  if (std::abs(result) > exact) return refuse(say("expected a smaller power, found {}", to_repr(Value::of(result))));
  return Value::of(static_cast<std::int64_t>(result));
}

Value real_result(std::string_view name, double a, double b) {
  if (name == "+") return Value::of(a + b);
  if (name == "-") return Value::of(a - b);
  if (name == "*") return Value::of(a * b);
  const double quotient = std::floor(a / b);
  return Value::of(name == "//" ? quotient : a - quotient * b);
}

Result<Value> whole_result(std::string_view name, std::int64_t a, std::int64_t b) {
  std::int64_t out = 0;
  bool overflow = false;
  if (name == "+") {
    overflow = __builtin_add_overflow(a, b, &out);
  } else if (name == "-") {
    overflow = __builtin_sub_overflow(a, b, &out);
  } else if (name == "*") {
    overflow = __builtin_mul_overflow(a, b, &out);
  } else if (b == -1) {
    overflow = name == "//" && __builtin_sub_overflow(std::int64_t{0}, a, &out);
  } else {
    const std::int64_t remainder = a % b;
    const std::int64_t rest = remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder;
    out = name == "//" ? (a - rest) / b : rest;   // Python's sign rule: that of the divisor
  }
  if (overflow) return refuse(say("expected a number of at most 64 bits, found more"));
  return Value::of(out);
}

Result<Value> arithmetic(std::string_view name, const Value& left, const Value& right) {
  if (name == "+" && left.text() && right.text()) return concatenated(*left.text(), *right.text());
  if (name == "+" && left.list() && right.list()) return joined(*left.list(), *right.list());
  if (name == "*" && left.text() && right.is_integer()) return repeated(*left.text(), right.integer());
  if (!left.is_number() || !right.is_number()) return mismatch(name, left, right);
  const bool real = std::holds_alternative<double>(left.data) || std::holds_alternative<double>(right.data);
  if ((name[0] == '/' || name == "%") && right.number() == 0) return refuse(say("division by zero"));
  if (name == "**") return power(left, right, real);
  if (name == "/") return Value::of(left.number() / right.number());
  if (real) return real_result(name, left.number(), right.number());
  return whole_result(name, left.integer(), right.integer());
}

}   // namespace

Result<Value> apply_operator(std::string_view name, const Value& left, const Value& right) {
  if (name == "==") return Value::of(equal(left, right));
  if (name == "!=") return Value::of(!equal(left, right));
  if (name == "in" || name == "not in") {
    LIFT_ASSIGN(const bool inside, contains(right, left));
    return Value::of(inside == (name == "in"));
  }
  if (name == "~") return concatenated(to_text(left), to_text(right));
  if (name[0] != '<' && name[0] != '>') return arithmetic(name, left, right);
  const auto order = compare(left, right);
  if (!order) return mismatch(name, left, right);
  const bool holds = name[0] == '<' ? *order < 0 : *order > 0;
  return Value::of(holds || (name.size() == 2 && *order == 0));
}

}   // namespace lift::jinja
