#pragma once
// Reads questions with known answers from files. Used by choice_scoring, written_answers and the retention probe.
// Tensor-free. Files are untrusted until checked here; errors name file and row, and the expected and found value.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/evaluate/answer_scoring.h"

namespace lift {

// One question; the model's answer is the choice that it finds most likely after the prompt.
struct ChoiceItem {
  std::string prompt;
  std::vector<std::string> choices;   // each is appended to the prompt unchanged, with its leading space
  std::int64_t answer = 0;            // index of the right choice
  std::string question;               // as in the file, without what `prompt` adds around it
};

// How an item written as an instruction (LLM-Adapters' ARC-easy, BoolQ, PIQA) is presented to the model.
enum class ChoiceForm : std::uint8_t {
  Text,   // "Question: ...\nAnswer:" and the text of each choice: suits a base model
  Label   // the instruction unchanged and "the correct answer is answer1": suits a model trained on such files
};

// JSONL, JSON or CSV (whatever data/row_file reads). A row has question, choices, answer (index or one of the choices)
// and optionally context; or it has instruction and answer, with the choices inside the instruction. limit: the first
// rows only; 0 = all. Errors: NotFound, Io, Malformed, InvalidArgument (no rows).
Result<std::vector<ChoiceItem>> read_choice_items(const std::filesystem::path& file, ChoiceForm form = ChoiceForm::Text,
                                                  std::int64_t limit = 0);

// A question to be answered in writing.
struct WrittenItem {
  std::string question;
  std::string expected;   // as in the file; compared by the task's rule
};

struct WrittenTask {
  std::vector<WrittenItem> items;
  AnswerRule rule = AnswerRule::Text;
  bool rule_guessed = false;         // no rule was named, so it was guessed from the expected answers
  std::int64_t longest_answer = 0;   // in tokens; 0 = the caller chooses
};

// JSONL, JSON or CSV with question and answer, or instruction and answer. Or a task: a .json file with one object
// {"data": FILE, "rule": text|json|number|letter, "prompt": "... {question} ...", "items": N, "tokens": N}, of which
// only data is required; FILE is relative to the task's folder. `rule` overrides the task's; guessed if neither is set.
// Errors: NotFound, Io, Malformed, InvalidArgument (no rows, an unknown field in a task).
Result<WrittenTask> read_written_task(const std::filesystem::path& file, std::optional<AnswerRule> rule = {},
                                      std::int64_t limit = 0);

}   // namespace lift
