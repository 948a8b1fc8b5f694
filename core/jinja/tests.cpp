// The tests behind "is".
#include <cmath>

#include "core/base/say.h"
#include "core/jinja/functions.h"
#include "core/jinja/strings.h"

namespace lift::jinja {

namespace {

using V = const Value&;
using A = const Bound&;
using Truth = Result<Value>;

Truth truth(bool holds) { return Value::of(holds); }

template <bool (*holds)(V)>
Truth simple(V value, A) {
  return truth(holds(value));
}

bool is_defined(V v) { return !v.is_undefined(); }
bool is_undefined(V v) { return v.is_undefined(); }
bool is_none(V v) { return v.is_none(); }
bool is_string(V v) { return v.text() != nullptr; }
bool is_mapping(V v) { return v.dict() != nullptr; }
bool is_sequence(V v) {
  const bool view = v.list() && (v.shape == Shape::Keys || v.shape == Shape::Values || v.shape == Shape::Items);
  return v.text() || (v.list() && !view) || v.dict() || v.is_undefined();
}
bool is_iterable(V v) { return v.text() || v.list() || v.dict() || v.iterator() || v.is_undefined() || v.loop(); }
bool is_number(V v) { return v.is_number() || v.long_number(); }
bool is_integer(V v) { return v.is_integer() || v.long_number(); }
bool is_float(V v) { return v.is_real(); }
bool is_boolean(V v) { return v.is_bool(); }
bool is_true(V v) { return v.is_true(true); }
bool is_false(V v) { return v.is_true(false); }
bool is_callable(V v) { return v.function() || v.is_undefined() || v.loop(); }
bool is_escaped(V v) { return v.markup; }
bool is_filter(V v) { return v.text() && is_known_filter(v.text()->bytes); }
bool is_test(V v) { return v.text() && is_known_test(v.text()->bytes); }

template <std::string (*change)(const std::string&)>
Truth cased(V value, A) {
  if (!value.text()) return truth(false);
  return truth(has_case(value.text()->bytes, change));
}

Truth rest_is(V value, const Value& by, std::int64_t rest) {
  if (!value.is_number() || !by.is_number()) return expected("divisibleby", say("numbers"), value);
  if (by.number() == 0) return refuse(say("division by zero"));
  if (!value.is_real() && !by.is_real()) {
    const std::int64_t divisor = std::abs(by.integer()), left = value.integer() % divisor;
    return truth((left + (left < 0 ? divisor : 0)) == rest);
  }
  const double left = value.number() - std::floor(value.number() / by.number()) * by.number();
  return truth(left == static_cast<double>(rest));
}
Truth odd(V value, A) { return rest_is(value, Value::of(std::int64_t{2}), 1); }
Truth even(V value, A) { return rest_is(value, Value::of(std::int64_t{2}), 0); }
Truth divisible(V value, A bound) { return rest_is(value, *bound[0], 0); }

Truth is_in(V value, A bound) {
  LIFT_ASSIGN(const bool inside, contains(*bound[0], value));
  return truth(inside);
}

// Python's "is": the constants are one object each; of others, equal things of one kind are taken for the same.
Truth same(V value, A bound) { return truth(value.data.index() == bound[0]->data.index() && equal(value, *bound[0])); }

Truth compared(std::string_view name, V value, V other) {
  LIFT_ASSIGN(const bool holds, apply_comparison(name, value, other));
  return truth(holds);
}
Truth eq(V v, A a) { return compared("==", v, *a[0]); }
Truth ne(V v, A a) { return compared("!=", v, *a[0]); }
Truth lt(V v, A a) { return compared("<", v, *a[0]); }
Truth le(V v, A a) { return compared("<=", v, *a[0]); }
Truth gt(V v, A a) { return compared(">", v, *a[0]); }
Truth ge(V v, A a) { return compared(">=", v, *a[0]); }

const Table<Value>& tests() {
  static const Table<Value> table{
      {"defined", {simple<is_defined>}},
      {"undefined", {simple<is_undefined>}},
      {"none", {simple<is_none>}},
      {"string", {simple<is_string>}},
      {"mapping", {simple<is_mapping>}},
      {"iterable", {simple<is_iterable>}},
      {"sequence", {simple<is_sequence>}},
      {"number", {simple<is_number>}},
      {"integer", {simple<is_integer>}},
      {"float", {simple<is_float>}},
      {"boolean", {simple<is_boolean>}},
      {"true", {simple<is_true>}},
      {"false", {simple<is_false>}},
      {"callable", {simple<is_callable>}},
      {"escaped", {simple<is_escaped>}},
      {"filter", {simple<is_filter>}},
      {"test", {simple<is_test>}},
      {"lower", {cased<lower>}},
      {"upper", {cased<upper>}},
      {"odd", {odd}},
      {"even", {even}},
      {"divisibleby", {divisible, "num", 1}},
      {"in", {is_in, "seq", 1}},
      {"sameas", {same, "other", 1}},
      {"equalto", {eq, "other", 1}},
      {"eq", {eq, "other", 1}},
      {"==", {eq, "other", 1}},
      {"ne", {ne, "other", 1}},
      {"!=", {ne, "other", 1}},
      {"lt", {lt, "other", 1}},
      {"lessthan", {lt, "other", 1}},
      {"<", {lt, "other", 1}},
      {"le", {le, "other", 1}},
      {"<=", {le, "other", 1}},
      {"gt", {gt, "other", 1}},
      {"greaterthan", {gt, "other", 1}},
      {">", {gt, "other", 1}},
      {"ge", {ge, "other", 1}},
      {">=", {ge, "other", 1}},
  };
  return table;
}

}   // namespace

bool is_known_test(std::string_view name) { return tests().contains(name); }

Result<bool> apply_test(std::string_view name, const Value& value, const Arguments& arguments) {
  const auto found = tests().find(name);
  if (found == tests().end()) return lacking(say("the test {} is not one that this program has", name));
  LIFT_ASSIGN(const Value holds, found->second.call(name, value, arguments));
  return holds.truthy();
}

}   // namespace lift::jinja
