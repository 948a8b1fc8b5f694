#pragma once
// Finds where a text states its answer: after "####", in a box, after "the answer is". Used by answer_extraction.
// Tensor-free. Private to core/evaluate.
#include <optional>
#include <string_view>

namespace lift {

// The rest of the line after the last "####" that an answer follows. `text` is plain (plain_math.h). `begins_answer`
// decides whether what follows can be an answer; a Markdown heading ("#### Step 2") is none.
std::optional<std::string_view> behind_marks(std::string_view text, bool (*begins_answer)(std::string_view));

// The text after the last "answer is", "answer:", "answer to this = ", ..., to its end.
std::optional<std::string_view> behind_words(std::string_view text);

// The text up to the first end of a sentence or line that follows any content.
std::string_view first_sentence(std::string_view text);

// The text without the white space and marks that can precede an answer: "**", "$", "(", "about".
std::string_view without_opening(std::string_view text);

}   // namespace lift
