#pragma once
// Whether a written answer is the expected one, by the rule that a task names. Used by task, by the
// exact matches (written_answers.h) and by the window. Tensor-free. Thread: any.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace lift {

enum class AnswerRule : std::uint8_t {
  Text,     // the same text, blanks at both ends aside
  Json,     // the same value: the order of keys, blanks and 1 or 1.0 make no difference
  Number,   // the same number, within 0.001 (answer_extraction.h)
  Letter    // the same choice, A to J
};
std::string_view name_of(AnswerRule rule);   // "text", "json", "number", "letter": as in a recipe
std::optional<AnswerRule> parse_answer_rule(std::string_view name);
Sentence words_of(AnswerRule rule);   // "as JSON, by value", for people

// From what the expected answers are: JSON objects or lists, letters, numbers (alone or behind an anchor), else text.
// One that is of another kind makes the whole set text. Without answers: Text.
AnswerRule guess_answer_rule(std::span<const std::string> expected);

// Whether `expected` can be compared by this rule: JSON that can be read, a text with a number, a letter.
bool suits(AnswerRule rule, std::string_view expected);

struct AnswerScore {
  bool right = false;
  std::string read;          // what was compared: the number, the letter, the JSON; the text itself for Text
  bool valid_json = false;   // of rule Json: the whole answer is one JSON value, a code fence around it aside
  // Of rule Json, when both are objects: keys that are expected or given, and how many have the expected value.
  std::int64_t keys = 0, keys_right = 0;
};

AnswerScore score_answer(AnswerRule rule, std::string_view expected, std::string_view answer);

}   // namespace lift
