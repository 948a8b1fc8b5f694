#pragma once
// Where a text states its answer: behind "####", in a box, behind "the answer is". Used by answer_extraction.
// Tensor-free. Private to core/evaluate.
#include <optional>
#include <string_view>

namespace lift {

// The rest of the line behind the last "####" that an answer can follow. `text` is plain (plain_math.h).
// `begins_answer`: whether what follows may be one; a Markdown heading ("#### Step 2") is none.
std::optional<std::string_view> behind_marks(std::string_view text, bool (*begins_answer)(std::string_view));

// What follows the last "answer is", "answer:", "answer to this = ", ...; to the end of the text.
std::optional<std::string_view> behind_words(std::string_view text);

// Up to the first end of a sentence or line behind something written.
std::string_view first_sentence(std::string_view text);

// Without the blanks and marks that may stand before an answer: "**", "$", "(", "about".
std::string_view without_opening(std::string_view text);

}   // namespace lift
