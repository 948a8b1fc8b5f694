#pragma once
// What a written answer says: its number, or the letter of its choice. What is stated as the answer counts, in this
// order: the number right behind "####" (GSM8K; a Markdown heading is none), the last \boxed{}, what follows the last
// "answer is", "answer:" or the like; else the last number of the text. An answer that is a sum gives its result:
// "The answer is 3*4 = 12." is 12. Used by answer_scoring and task. Tensor-free. Private to core/evaluate.
#include <optional>
#include <string>
#include <string_view>

namespace lift {

// Plain decimal text: no thousands separators, currency or percent signs, no trailing dot or zeros after the point
// ("$1,234.50." gives "1234.5", "-0" gives "0"). A fraction gives its value, to 12 places where it has no end ("3/4",
// "2 1/2", "½", "\frac{1}{3}"), "2e-05" is 0.00002. Nothing when the text has no number.
std::optional<std::string> extract_number(std::string_view text);

// Nothing but one number, its sign, currency or percent sign aside: "11/6", "-$5.", "50 %"; not "18:30", "5 people".
bool is_number_alone(std::string_view text);

// Equal as numbers: exactly, or within 0.001 as LLM-Adapters' evaluation has it; of an expected number below 0.1
// within a hundredth of it, or 0 would be right for 2e-05.
bool same_number(std::string_view expected, std::string_view found);

// The letter of a choice, A to J: "B", "(B) 12", "The answer is B.", "\boxed{\text{B}}". Upper case.
std::optional<char> extract_letter(std::string_view text);

}   // namespace lift
