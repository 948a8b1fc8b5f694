#include "core/evaluate/answer_scoring.h"

#include <algorithm>
#include <array>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/evaluate/answer_extraction.h"
#include "core/io/json.h"

namespace lift {

namespace {

using nlohmann::json;

constexpr std::array kRules{AnswerRule::Text, AnswerRule::Json, AnswerRule::Number, AnswerRule::Letter};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

// "```json\n{...}\n```" as its inside.
std::string_view without_fence(std::string_view text) {
  constexpr std::string_view kFence = "```";
  text = trimmed(text);
  if (!text.starts_with(kFence) || !text.ends_with(kFence) || text.size() < 2 * kFence.size()) return text;
  text = text.substr(kFence.size(), text.size() - 2 * kFence.size());
  if (const std::size_t line = text.find('\n'); line != text.npos && text.find_first_of("{[\"") > line)
    text.remove_prefix(line);
  return trimmed(text);
}

std::optional<json> json_of(std::string_view text) {
  constexpr JsonLimits kLimits{.bytes = 16u << 20, .values = 1u << 20};
  auto value = parse_json(without_fence(text), say("answer"), kLimits);
  return value.ok() ? std::optional(std::move(value).value()) : std::nullopt;
}

bool is_container(std::string_view text) {
  const auto value = json_of(text);
  return value && value->is_structured();
}

// "B", "(b)", "C)": nothing but the letter.
bool is_bare_letter(std::string_view text) {
  std::string kept;
  for (const char c : trimmed(text))
    if (std::string_view("()[].:*").find(c) == std::string_view::npos) kept += c;
  return kept.size() == 1 && extract_letter(kept).has_value();
}

// A number alone ("11/6", "$5"), or one that the text states as its answer. "August 23rd" and "12 cm" are texts: there
// more than the number counts.
bool is_stated_number(std::string_view text) {
  if (is_number_alone(text)) return true;
  for (const std::string_view anchor : {"####", "\\boxed", "answer is", "Answer:", "answer:"})
    if (text.find(anchor) != text.npos) return extract_number(text).has_value();
  return false;
}

template <typename Fits>
bool all(std::span<const std::string> expected, Fits fits) {
  return !expected.empty() && std::ranges::all_of(expected, fits);
}

void count_keys(const json& expected, const json& given, AnswerScore& score) {
  std::set<std::string> keys;
  for (const json* object : {&expected, &given})
    for (const auto& [key, value] : object->items()) keys.insert(key);
  score.keys = std::ssize(keys);
  for (const std::string& key : keys) {
    const auto wanted = expected.find(key), found = given.find(key);
    score.keys_right += wanted != expected.end() && found != given.end() && *wanted == *found;
  }
}

AnswerScore score_json(std::string_view expected, std::string_view answer) {
  AnswerScore score;
  const auto wanted = json_of(expected), given = json_of(answer);
  score.valid_json = given.has_value();
  if (!given) return score;
  score.read = given->dump(-1, ' ', false, json::error_handler_t::replace);
  if (!wanted) return score;
  score.right = *wanted == *given;
  if (wanted->is_object() && given->is_object()) count_keys(*wanted, *given, score);
  return score;
}

}   // namespace

std::string_view name_of(AnswerRule rule) {
  switch (rule) {
    case AnswerRule::Text: return "text";
    case AnswerRule::Json: return "json";
    case AnswerRule::Number: return "number";
    case AnswerRule::Letter: return "letter";
  }
  fail_check("an answer rule is one of four", "");
}

std::optional<AnswerRule> parse_answer_rule(std::string_view name) {
  for (const AnswerRule rule : kRules)
    if (name_of(rule) == name) return rule;
  return std::nullopt;
}

Sentence words_of(AnswerRule rule) {
  switch (rule) {
    case AnswerRule::Text: return say("as text, character by character");
    case AnswerRule::Json: return say("as JSON, by value");
    case AnswerRule::Number: return say("as numbers, within 0.001");
    case AnswerRule::Letter: return say("as letters of a choice");
  }
  fail_check("an answer rule is one of four", "");
}

AnswerRule guess_answer_rule(std::span<const std::string> expected) {
  if (all(expected, [](const std::string& text) { return is_container(text); })) return AnswerRule::Json;
  if (all(expected, [](const std::string& text) { return is_bare_letter(text); })) return AnswerRule::Letter;
  if (all(expected, [](const std::string& text) { return is_stated_number(text); })) return AnswerRule::Number;
  return AnswerRule::Text;
}

bool suits(AnswerRule rule, std::string_view expected) {
  switch (rule) {
    case AnswerRule::Text: return true;
    case AnswerRule::Json: return json_of(expected).has_value();
    case AnswerRule::Number: return extract_number(expected).has_value();
    case AnswerRule::Letter: return extract_letter(expected).has_value();
  }
  fail_check("an answer rule is one of four", "");
}

AnswerScore score_answer(AnswerRule rule, std::string_view expected, std::string_view answer) {
  if (rule == AnswerRule::Json) return score_json(expected, answer);
  AnswerScore score;
  if (rule == AnswerRule::Text) {
    score.read = trimmed(answer);
    score.right = score.read == trimmed(expected);
  } else if (rule == AnswerRule::Number) {
    const auto wanted = extract_number(expected), given = extract_number(answer);
    score.read = given.value_or("");
    score.right = wanted && given && same_number(*wanted, *given);
  } else {
    const auto wanted = extract_letter(expected), given = extract_letter(answer);
    if (given) score.read = std::string(1, *given);
    score.right = wanted && given && *wanted == *given;
  }
  return score;
}

}   // namespace lift
