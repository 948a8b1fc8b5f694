#pragma once
// How answers write numbers, as plain text: LaTeX, Markdown and Unicode forms become what number_reading knows.
// Used by answer_extraction. Tensor-free. Private to core/evaluate.
#include <string>
#include <string_view>

namespace lift {

// "\frac{11}{6}" and "1⅚" as "11/6" and "1 5/6", "9{,}500" as "9,500", "3 \times 10^{4}" as "3 * 10^4",
// "**5**" and "$\text{5 cm}$" without their marks, all kinds of minus as "-". Other text stays as it is.
std::string plain_math(std::string_view text);

// What the last \boxed{...} or \fbox{...} holds; empty without one. An unfinished box reaches to the end of the text.
std::string_view last_box(std::string_view text);

}   // namespace lift
