#pragma once
// A held-out row as a question, with the answers of the base and the tuned model. Made by written_answers, stored in
// the run's folder (answers.jsonl), shown by `lift train`, `lift evaluate` and the window. Tensor-free.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lift {

struct GivenAnswer {
  std::string text;
  bool right = false;
  bool valid_json = false;   // only where answers are compared as JSON
  bool cut = false;          // it was cut at the maximum length
};

struct AnsweredRow {
  std::int64_t row = 0;   // index in the data set's files, from 0
  std::string question, expected;
  std::optional<GivenAnswer> base, tuned;
};

}   // namespace lift
