#pragma once
// Questions with known answers, as files give them. Used by choice_scoring, written_answers and the retention probe.
// Tensor-free. A file is hostile until checked; errors name file, row, expected and found.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/evaluate/answer_scoring.h"

namespace lift {

// One question; the model's answer is the choice it finds most likely after the prompt.
struct ChoiceItem {
  std::string prompt;
  std::vector<std::string> choices;   // each continues the prompt as it stands, blank included
  std::int64_t answer = 0;            // index of the right choice
  std::string question;               // as the file has it, without what `prompt` puts around it
};

// How an item in instruction form (ARC-easy, BoolQ, PIQA of LLM-Adapters) is put to the model.
enum class ChoiceForm : std::uint8_t {
  Text,   // "Question: ...\nAnswer:" and the choices' texts: what a base model can do
  Label   // the instruction as it stands and "the correct answer is answer1": what training on such files teaches
};

// JSONL, JSON, CSV (whatever data/row_file reads). A row has question, choices, answer (index or one of the choices),
// optionally context; or instruction and answer with the choices inside the instruction. limit: the first N rows, 0 =
// all. Errors: NotFound, Io, Malformed, InvalidArgument (no rows).
Result<std::vector<ChoiceItem>> read_choice_items(const std::filesystem::path& file, ChoiceForm form = ChoiceForm::Text,
                                                  std::int64_t limit = 0);

// A question that is answered in writing.
struct WrittenItem {
  std::string question;
  std::string expected;   // as the file has it; compared by the task's rule
};

struct WrittenTask {
  std::vector<WrittenItem> items;
  AnswerRule rule = AnswerRule::Text;
  bool rule_guessed = false;         // nobody named it: it is guessed from all expected answers
  std::int64_t longest_answer = 0;   // tokens; 0 = the caller's choice
};

// JSONL, JSON, CSV with question and answer, or instruction and answer. Or a task: a .json file with one object
// {"data": FILE, "rule": text|json|number|letter, "prompt": "... {question} ...", "items": N, "tokens": N}, of which
// only data must be there; FILE is taken from the task's folder. `rule` wins over the task's; none anywhere: guessed.
// Errors: NotFound, Io, Malformed, InvalidArgument (no rows, a field of a task that is not known).
Result<WrittenTask> read_written_task(const std::filesystem::path& file, std::optional<AnswerRule> rule = {},
                                      std::int64_t limit = 0);

}   // namespace lift
