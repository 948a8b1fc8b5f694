#pragma once
// Decides whether a written answer is the expected one, by one of four rules. Used by task, written_answers and the
// window. Tensor-free. Thread: any.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace lift {

enum class AnswerRule : std::uint8_t {
  Text,     // equal text, apart from white space at both ends
  Json,     // equal value: the order of keys, white space and 1 or 1.0 don't matter
  Number,   // equal number, within 0.001 (answer_extraction.h)
  Letter    // equal choice, A to J
};
std::string_view name_of(AnswerRule rule);   // "text", "json", "number", "letter": as in recipes
std::optional<AnswerRule> parse_answer_rule(std::string_view name);
Sentence words_of(AnswerRule rule);   // "as JSON, by value", for the user

// The rule that fits all expected answers: Json (objects or lists), Letter, Number (alone, or after "####" and the
// like), else Text. Text without answers.
AnswerRule guess_answer_rule(std::span<const std::string> expected);

// Whether `expected` can be compared by this rule: it must be valid JSON, contain a number, or name a letter.
bool suits(AnswerRule rule, std::string_view expected);

struct AnswerScore {
  bool right = false;
  std::string read;          // what was compared: the number, letter or JSON; the text itself for Text
  bool valid_json = false;   // Json: the whole answer is one JSON value, possibly within a code fence
  // Json, if both are objects: number of keys expected or given, and of those with the expected value.
  std::int64_t keys = 0, keys_right = 0;
};

AnswerScore score_answer(AnswerRule rule, std::string_view expected, std::string_view answer);

}   // namespace lift
