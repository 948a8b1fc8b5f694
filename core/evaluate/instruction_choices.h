#pragma once
// Choice questions written as an instruction: "Please choose the correct answer to the question: ... Answer1: ...
// Answer2: ... Answer format: answer1/answer2" (LLM-Adapters' commonsense files). Used by task. Tensor-free.
// Private to core/evaluate.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lift {

struct InstructionChoices {
  std::string question;
  std::vector<std::string> labels;   // "answer1", "true"
  std::vector<std::string> texts;    // the text of each label; the label itself if it has none
};

// std::nullopt when the text does not have this form.
std::optional<InstructionChoices> split_instruction(std::string_view instruction);

}   // namespace lift
