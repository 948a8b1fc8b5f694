#pragma once
// A held-out row as a question, with what the base and the tuned model answered. Made by written_answers, kept in a
// run's folder (answers.jsonl), shown by `lift train`, `lift evaluate` and the window. Tensor-free.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lift {

struct GivenAnswer {
  std::string text;
  bool right = false;
  bool valid_json = false;   // where the answers are compared as JSON
  bool cut = false;          // it ran into the longest answer
};

struct AnsweredRow {
  std::int64_t row = 0;   // of the data set's files, from 0
  std::string question, expected;
  std::optional<GivenAnswer> base, tuned;
};

}   // namespace lift
