#pragma once
// Questions with known answers, as files give them. Used by choice_scoring, generation_scoring and the retention probe.
// Tensor-free. A file is hostile until checked; errors name file, row, expected and found.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace lift {

// One question; the model's answer is the choice it finds most likely after the prompt.
struct ChoiceItem {
  std::string prompt;
  std::vector<std::string> choices;   // each continues the prompt as it stands, blank included
  std::int64_t answer = 0;            // index of the right choice
};

// How an item in instruction form (ARC-easy, BoolQ, PIQA of LLM-Adapters) is put to the model.
enum class ChoiceForm : std::uint8_t {
  Text,   // "Question: ...\nAnswer:" and the choices' texts: what a base model can do
  Label   // the instruction as it stands and "the correct answer is answer1": what training on such files teaches
};

// JSON array or JSONL. A row has question, choices, answer (index or one of the choices), optionally context; or
// instruction and answer with the choices inside the instruction. limit: the first N rows, 0 = all.
// Errors: NotFound, Io, Malformed, InvalidArgument (no rows).
Result<std::vector<ChoiceItem>> read_choice_items(const std::filesystem::path& file, ChoiceForm form = ChoiceForm::Text,
                                                  std::int64_t limit = 0);

// A question whose answer is a number that the model writes.
struct NumberItem {
  std::string question;
  std::string answer;   // as extract_number gives it
};

// JSON array or JSONL with question and answer (GSM8K: after ####), or instruction and answer.
Result<std::vector<NumberItem>> read_number_items(const std::filesystem::path& file, std::int64_t limit = 0);

}   // namespace lift
