#pragma once
// Reads a number or the letter of a choice from a written answer. Takes the first of these that is there: the number
// right after "####" (GSM8K; not a Markdown heading), the last \boxed{}, what follows the last "answer is", "answer:"
// or similar, and last the last number of the text. A sum counts as its result: "The answer is 3*4 = 12." is 12.
// Used by answer_scoring and task. Tensor-free. Private to core/evaluate.
#include <optional>
#include <string>
#include <string_view>

namespace lift {

// Plain decimal text: without thousands separators, currency and percent signs, a trailing dot or zeros at the end
// ("$1,234.50." gives "1234.5", "-0" gives "0"). A fraction gives its value, to 12 places if it does not end ("3/4",
// "2 1/2", "½", "\frac{1}{3}"); "2e-05" gives 0.00002. std::nullopt: the text has no number.
std::optional<std::string> extract_number(std::string_view text);

// Whether the text is one number, apart from sign, currency and percent: "11/6", "-$5.", "50 %"; not "5 people".
bool is_number_alone(std::string_view text);

// Whether two numbers are equal: exactly, or within 0.001 as in LLM-Adapters' evaluation. For an expected number below
// 0.1 the tolerance is 1 % of it; otherwise 0 would count as equal to 2e-05.
bool same_number(std::string_view expected, std::string_view found);

// The letter of a choice, A to J, in upper case: "B", "(B) 12", "The answer is B.", "\boxed{\text{B}}".
std::optional<char> extract_letter(std::string_view text);

}   // namespace lift
