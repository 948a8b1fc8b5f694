#pragma once
// Converts values to text: as {{ value }} prints them (Python's str), as in a printed list (repr), and as JSON
// (transformers' tojson). Tensor-free. Private to core/jinja.
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/jinja/value.h"

namespace lift::jinja {

// Errors: Unsupported for values that Python prints with a memory address, which changes from run to run.
Result<Text> to_text(const Value& value);
Result<std::string> to_repr(const Value& value);
std::string repr_of_number(double value);
std::string repr_of_text(const std::string& text);
// For error messages: shortened, never fails.
std::string short_repr(const Value& value);

struct JsonStyle {
  bool ascii = false;                  // ensure_ascii
  std::optional<std::string> indent;   // indentation of one level; std::nullopt: on one line
  std::string between = ", ", behind_key = ": ";
  bool sort_keys = false;
};
// Text keeps its marks. Errors: InvalidArgument for what JSON can't represent (undefined, a generator).
Result<Text> to_json(const Value& value, const JsonStyle& style);

}   // namespace lift::jinja
