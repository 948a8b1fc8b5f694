// The operators between two values.
#include <algorithm>
#include <cmath>

#include "core/base/say.h"
#include "core/jinja/functions.h"
#include "core/jinja/print.h"
#include "core/jinja/strings.h"

namespace lift::jinja {

namespace {

Error mismatch(std::string_view name, const Value& left, const Value& right) {
  return refuse(say("expected two things that {} works on, found {} and {}", name, left.kind(), right.kind()));
}

Error too_long() {
  return make_error(ErrorCode::Malformed, Sentence(),
                    say("expected at most {} bytes of text, found more", kMostOutput));
}

Result<Value> concatenated(Text left, const Text& right) {
  if (left.bytes.size() + right.bytes.size() > kMostOutput) return too_long();
  left.append(right);
  return Value::of(std::move(left));
}

// As Markup of Python: what is put beside a safe text is escaped.
Result<Value> added_texts(const Value& left, const Value& right) {
  if (!left.markup && !right.markup) return concatenated(*left.text(), *right.text());
  const auto safe = [](const Value& value) {
    const Text& text = *value.text();
    return value.markup ? text : text.rewritten(escape_html(text.bytes));
  };
  LIFT_ASSIGN(Value made, concatenated(safe(left), safe(right)));
  made.markup = true;
  return made;
}

Error too_many_items() {
  return make_error(ErrorCode::Malformed, Sentence(),
                    say("expected a list of at most {} items, found more", kLongestRange));
}

Value list_like(const Value& model, List items) {
  return Value::of(std::move(items), model.is_tuple() ? Shape::Tuple : Shape::List);
}

Result<Value> joined(const Value& left, const Value& right) {
  if (static_cast<std::int64_t>(left.list()->size() + right.list()->size()) > kLongestRange) return too_many_items();
  List all = *left.list();
  all.insert(all.end(), right.list()->begin(), right.list()->end());
  return list_like(left, std::move(all));
}

Result<Value> repeated_text(const Text& text, std::int64_t count) {
  constexpr std::int64_t most_times = 1 << 30;
  if (count > 0 && text.bytes.size() * static_cast<std::uint64_t>(std::min(count, most_times)) > kMostOutput)
    return too_long();
  Text out;
  for (std::int64_t i = 0; i < count && !text.bytes.empty(); ++i) out.append(text);
  return Value::of(std::move(out));
}

Result<Value> repeated_list(const Value& value, std::int64_t count) {
  const List& items = *value.list();
  if (count <= 0 || items.empty()) return list_like(value, {});
  if (count > kLongestRange / std::ssize(items)) return too_many_items();
  List all;
  all.reserve(items.size() * static_cast<std::size_t>(count));
  for (std::int64_t i = 0; i < count; ++i) all.insert(all.end(), items.begin(), items.end());
  return list_like(value, std::move(all));
}

Result<Value> repeated(const Value& value, std::int64_t count) {
  return value.text() ? repeated_text(*value.text(), count) : repeated_list(value, count);
}

bool is_plain_list(const Value& value) { return value.list() && (value.shape == Shape::List || value.is_tuple()); }

Result<Value> power(const Value& left, const Value& right, bool real) {
  const double result = std::pow(left.number(), right.number());
  if (left.number() == 0 && right.number() < 0) return refuse(say("division by zero"));
  if (std::isnan(result) && !std::isnan(left.number()) && !std::isnan(right.number()))
    return lacking(say("expected a power that is a real number, found a complex one"));
  if (real || right.integer() < 0) return Value::of(result);
  constexpr double exact = 9007199254740992.0;   // whole numbers that a double holds
  if (std::abs(result) > exact)
    return lacking(say("expected a smaller power, found {}", short_repr(Value::of(result))));
  return Value::of(static_cast<std::int64_t>(result));
}

Value real_result(std::string_view name, double a, double b) {
  if (name == "+") return Value::of(a + b);
  if (name == "-") return Value::of(a - b);
  if (name == "*") return Value::of(a * b);
  double rest = std::fmod(a, b);   // Python's sign rule: that of the divisor
  if (rest != 0 && (rest < 0) != (b < 0)) rest += b;
  if (name == "%") return Value::of(rest == 0 ? std::copysign(0.0, b) : rest);
  return Value::of(std::round((a - rest) / b));
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
  if (overflow) return lacking(say("expected a number of at most 64 bits, found more"));
  return Value::of(out);
}

Result<Value> arithmetic(std::string_view name, const Value& left, const Value& right) {
  if (!left.is_number() || !right.is_number()) return mismatch(name, left, right);
  const bool real = left.is_real() || right.is_real();
  if ((name[0] == '/' || name == "%") && right.number() == 0) return refuse(say("division by zero"));
  if (name == "**") return power(left, right, real);
  if (name == "/") return Value::of(left.number() / right.number());
  if (real) return real_result(name, left.number(), right.number());
  return whole_result(name, left.integer(), right.integer());
}

Result<Value> multiplied(const Value& left, const Value& right) {
  if ((left.text() || is_plain_list(left)) && right.is_whole()) return repeated(left, right.integer());
  if ((right.text() || is_plain_list(right)) && left.is_whole()) return repeated(right, left.integer());
  return arithmetic("*", left, right);
}

}   // namespace

Result<Value> add(const Value& left, const Value& right) {
  if (left.text() && right.text()) return added_texts(left, right);
  if (is_plain_list(left) && is_plain_list(right) && left.is_tuple() == right.is_tuple()) return joined(left, right);
  return arithmetic("+", left, right);
}

Result<Value> apply_operator(std::string_view name, const Value& left, const Value& right) {
  if (name == "+") return add(left, right);
  if (name == "*") return multiplied(left, right);
  if (name == "~") {
    LIFT_ASSIGN(Text first, to_text(left));
    LIFT_ASSIGN(const Text second, to_text(right));
    return concatenated(std::move(first), second);
  }
  if (name == "%" && left.text()) {
    LIFT_ASSIGN(Text made, format_percent(*left.text(), right));
    return Value::of(std::move(made));
  }
  return arithmetic(name, left, right);
}

Result<bool> apply_comparison(std::string_view name, const Value& left, const Value& right) {
  if (name == "==") return equal(left, right);
  if (name == "!=") return !equal(left, right);
  if (name == "in" || name == "not in") {
    LIFT_ASSIGN(const bool inside, contains(right, left));
    return inside == (name == "in");
  }
  const auto order = compare(left, right);
  if (!order) return mismatch(name, left, right);
  const bool nan = (left.is_real() && std::isnan(left.number())) || (right.is_real() && std::isnan(right.number()));
  const bool holds = name[0] == '<' ? *order < 0 : *order > 0;
  return !nan && (holds || (name.size() == 2 && *order == 0));
}

}   // namespace lift::jinja
