#pragma once
// The filters, tests and methods that templates can use. Used by the evaluator and by the parser, which refuses unknown
// ones with name and line. Tensor-free. Private to core/jinja.
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/jinja/dict.h"
#include "core/jinja/value.h"

namespace lift::jinja {

// Limits on what a template can produce.
inline constexpr std::size_t kMostOutput = 64u << 20;    // bytes of a text
inline constexpr std::int64_t kLongestRange = 100'000;   // items of a range, as in Jinja's sandbox

// The arguments of a call.
struct Arguments {
  List positional = {};
  std::vector<std::pair<std::string, Value>> named = {};

  const Value* named_value(std::string_view name) const;   // nullptr: not given
};

// Arguments in the order of a function's parameters; nullptr where one is not given.
class Bound {
 public:
  const Value* operator[](std::size_t place) const { return values_[place]; }
  bool is_true(std::size_t place) const { return values_[place] && values_[place]->truthy(); }
  // Whether an argument other than none was given.
  bool has(std::size_t place) const { return values_[place] && !values_[place]->is_none(); }

 private:
  friend Result<Bound> bind(std::string_view, std::string_view, std::size_t, const Arguments&);
  std::vector<const Value*> values_;
};

// `parameters`: their names, separated by spaces; "-" for a positional-only one. Errors as in Python: unknown names,
// too many or too few arguments, one given twice. `arguments` must outlive the result, which points into them.
Result<Bound> bind(std::string_view function, std::string_view parameters, std::size_t required,
                   const Arguments& arguments);

template <typename Owner>
struct Callable {
  Result<Value> (*run)(const Owner&, const Bound&) = nullptr;
  std::string_view parameters = {};
  std::size_t required = 0;
  Result<Value> (*run_free)(const Owner&, const Arguments&) = nullptr;   // if set, called instead of `run`, unbound

  Result<Value> call(std::string_view name, const Owner& owner, const Arguments& arguments) const {
    if (run_free) return run_free(owner, arguments);
    LIFT_ASSIGN(const Bound bound, bind(name, parameters, required, arguments));
    return run(owner, bound);
  }
};
template <typename Owner>
using Table = std::map<std::string_view, Callable<Owner>>;

// One table per kind of filter; look-ups search all of them.
const Table<Value>& text_filters();
const Table<Value>& number_filters();
const Table<Value>& list_filters();
const Table<Value>& choice_filters();
const Table<Text>& text_methods();

bool is_known_filter(std::string_view name);
bool is_known_test(std::string_view name);
bool is_known_method(const Value& owner, std::string_view name);
// Attributes that Python's values have but ours lack: an error, since "undefined" would be wrong.
bool is_foreign_attribute(const Value& owner, std::string_view name);

// Errors: InvalidArgument, Unsupported; with the reason only, the evaluator adds the line.
Result<Value> apply_filter(std::string_view name, const Value& value, const Arguments& arguments);
Result<bool> apply_test(std::string_view name, const Value& value, const Arguments& arguments);
Result<Value> call_method(std::string_view name, const Value& owner, const Arguments& arguments);

// + - * / // % ** ~. The evaluator does "and" and "or", since it may skip their right operand.
Result<Value> apply_operator(std::string_view name, const Value& left, const Value& right);
// == != < <= > >= in "not in"
Result<bool> apply_comparison(std::string_view name, const Value& left, const Value& right);
Result<Value> add(const Value& left, const Value& right);

// The items that a for loop over the value visits: of a list, the keys of a mapping, the characters of a text, or the
// remaining items of an iterator, which is empty afterwards.
Result<List> items_of(const Value& value);
Result<bool> contains(const Value& whole, const Value& part);
// a[key], and a.name, which prefers an attribute to an item as Jinja does. Undefined when there is none.
Value item_of(const Value& owner, const Value& key);
Value attribute_of(const Value& owner, const std::string& name);
// Follows a path such as "a.b.0" from `item`, as in map(attribute=...). Errors: an undefined value within the path.
Result<Value> path_of(const Value& item, const Value& path);

// Python's '%s' % x, and '{}'.format(x). Errors as in Python.
Result<Text> format_percent(const Text& pattern, const Value& values);
Result<Text> format_braces(const Text& pattern, const Arguments& arguments);
// Formats a value by a format specification, which follows the colon in '{:...}'.
Result<Text> format_value(const Value& value, const std::string& specification);

// Errors of functions, with their codes.
Error refuse(Sentence message);                                                        // InvalidArgument
Error lacking(Sentence message);                                                       // Unsupported
Error expected(std::string_view function, const Sentence& kind, const Value& found);   // InvalidArgument
Result<std::int64_t> whole_of(std::string_view function, const Value& value);          // an int
Result<std::int64_t> whole_or(std::string_view function, const Value* value, std::int64_t otherwise);

}   // namespace lift::jinja
