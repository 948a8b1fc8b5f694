#pragma once
// The number a written answer gives. Anchored: after the last "####", else after the last "answer is" (or "answer:"),
// else the last number of the text. Used by generation_scoring and task. Tensor-free. Private to core/evaluate.
#include <optional>
#include <string>
#include <string_view>

namespace lift {

// Plain decimal text: no thousands separators, currency or percent signs, no trailing dot or zeros after the point
// ("$1,234.50." gives "1234.5", "-0" gives "0"). A fraction gives its value, to 12 places where it has no end ("3/4",
// "2 1/2", "1/3"). Nothing when the text has no number.
std::optional<std::string> extract_number(std::string_view text);

// Equal as numbers, exactly in decimal.
bool same_number(std::string_view a, std::string_view b);

}   // namespace lift
