#pragma once
// Finds numbers in plain text, as plain_math.h makes it. Used by answer_extraction. Tensor-free.
// Private to core/evaluate.
#include <optional>
#include <string>
#include <string_view>

namespace lift {

struct FoundNumber {
  std::string number;    // decimal, without separators; "-" in front if negative
  std::size_t end = 0;   // offset after the number
};

// The number that begins at offset `begin`: "1,234.5", ".5", "3/4", "2 1/2", "2e-05", "3 * 10^4". std::nullopt if none
// begins there, also inside a word, another number or a date.
std::optional<FoundNumber> number_at(std::string_view text, std::size_t begin);
std::optional<std::string> last_number(std::string_view text);

// Removes leading zeros, and zeros at the end of the fraction; "-0" becomes "0".
std::string normalised_number(std::string number);

}   // namespace lift
