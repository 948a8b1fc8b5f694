#pragma once
// How values are written: as {{ value }} prints them (Python's str), inside a printed list (repr), and as JSON
// (transformers' tojson). Tensor-free. Private to core/jinja.
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/jinja/value.h"

namespace lift::jinja {

// Errors: Unsupported for what Python prints with an address in memory, which differs from run to run.
Result<Text> to_text(const Value& value);
Result<std::string> to_repr(const Value& value);
std::string repr_of_number(double value);
std::string repr_of_text(const std::string& text);
// For error sentences: never fails.
std::string short_repr(const Value& value);

struct JsonStyle {
  bool ascii = false;                  // ensure_ascii
  std::optional<std::string> indent;   // what one level is indented by
  std::string between = ", ", behind_key = ": ";
  bool sort_keys = false;
};
// Texts keep their marks. Errors: InvalidArgument for what JSON has no form of (undefined, a generator).
Result<Text> to_json(const Value& value, const JsonStyle& style);

}   // namespace lift::jinja
