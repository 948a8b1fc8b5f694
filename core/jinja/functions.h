#pragma once
// The filters, tests and methods that templates may use. Used by the parser, which refuses others by name and line,
// and by the evaluator. Tensor-free. Private to core/jinja.
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/jinja/value.h"

namespace lift::jinja {

// A template cannot make more than this of itself.
inline constexpr std::size_t most_output = 64u << 20;    // bytes of a text
inline constexpr std::int64_t longest_range = 100'000;   // items of a range, as in Jinja's sandbox

// What stands in the brackets of a call.
struct Arguments {
  List positional;
  Dict named;

  const Value* get(std::size_t position, std::string_view name) const;   // nullptr: not given
};

bool is_known_filter(std::string_view name);
bool is_known_test(std::string_view name);
bool is_known_method(const Value& owner, std::string_view name);

// Errors carry the reason only; the evaluator adds the line. InvalidArgument, Unsupported.
Result<Value> apply_filter(std::string_view name, const Value& value, const Arguments& arguments);
Result<bool> apply_test(std::string_view name, const Value& value, const Arguments& arguments);
Result<Value> call_method(std::string_view name, const Value& owner, const Arguments& arguments);

// == != < <= > >= in "not in" ~ + - * / // % **; "and" and "or" are the evaluator's, which may skip their right side.
Result<Value> apply_operator(std::string_view name, const Value& left, const Value& right);

// The items that a loop over the value sees: of a list, the keys of a mapping, the characters of a text.
Result<List> items_of(const Value& value);
Result<bool> contains(const Value& whole, const Value& part);
Value attribute_or_item(const Value& owner, const Value& key);   // undefined when there is none

}   // namespace lift::jinja
