#pragma once
// Converts numbers written in LaTeX, Markdown and Unicode to plain text that number_reading can read.
// Used by answer_extraction. Tensor-free. Private to core/evaluate.
#include <string>
#include <string_view>

namespace lift {

// "\frac{11}{6}" and "1⅚" become "11/6" and "1 5/6", "9{,}500" becomes "9,500", "3 \times 10^{4}" becomes "3 * 10^4";
// "**5**" and "$\text{5 cm}$" lose their markup, and all minus signs become "-". Other text does not change.
std::string plain_math(std::string_view text);

// The contents of the last \boxed{...} or \fbox{...}; empty if there is none. An unclosed box goes to the end.
std::string_view last_box(std::string_view text);

}   // namespace lift
