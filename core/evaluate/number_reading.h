#pragma once
// Numbers as they stand in plain text (plain_math.h makes it so). Used by answer_extraction. Tensor-free.
// Private to core/evaluate.
#include <optional>
#include <string>
#include <string_view>

namespace lift {

struct FoundNumber {
  std::string number;    // decimal, without separators; "-" in front where it is negative
  std::size_t end = 0;   // behind it
};

// The number that begins at `begin`: "1,234.5", ".5", "3/4", "2 1/2", "2e-05", "3 * 10^4". Nothing where none begins:
// inside a word or another number, or where a date goes on.
std::optional<FoundNumber> number_at(std::string_view text, std::size_t begin);
std::optional<std::string> last_number(std::string_view text);

// Without leading zeros, and without those behind the point; "-0" is "0".
std::string normalised_number(std::string number);

}   // namespace lift
