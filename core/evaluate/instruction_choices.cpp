#include "core/evaluate/instruction_choices.h"

#include <cctype>

namespace lift {

namespace {

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string> split_labels(std::string_view text) {
  std::vector<std::string> labels;
  while (true) {
    const auto slash = text.find('/');
    labels.emplace_back(trimmed(text.substr(0, slash)));
    if (slash == std::string_view::npos) return labels;
    text.remove_prefix(slash + 1);
  }
}

// "answer1" is written out as "Answer1:".
std::string marker_of(const std::string& label) {
  std::string marker = label + ":";
  marker[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(marker[0])));
  return marker;
}

// What asks comes behind the first "question: " or ": " of the opening sentence.
std::string question_of(std::string_view opening) {
  for (const std::string_view before : {std::string_view("question: "), std::string_view(": ")})
    if (const auto at = opening.find(before); at != std::string_view::npos)
      return std::string(trimmed(opening.substr(at + before.size())));
  return std::string(trimmed(opening));
}

}   // namespace

std::optional<InstructionChoices> split_instruction(std::string_view instruction) {
  constexpr std::string_view kFormat = "Answer format:";
  const auto format = instruction.rfind(kFormat);
  if (format == std::string_view::npos) return std::nullopt;
  InstructionChoices choices;
  choices.labels = split_labels(trimmed(instruction.substr(format + kFormat.size())));
  for (const std::string& label : choices.labels)
    if (label.empty()) return std::nullopt;
  if (choices.labels.size() < 2) return std::nullopt;

  const std::string_view body = instruction.substr(0, format);
  std::vector<std::size_t> begins;
  for (std::size_t from = 0; const std::string& label : choices.labels) {
    const auto at = body.find(marker_of(label), from);
    if (at == std::string_view::npos) break;
    begins.push_back(at);
    from = at + 1;
  }
  if (begins.empty()) {
    choices.question = question_of(body);
    choices.texts = choices.labels;
    return choices;
  }
  if (begins.size() != choices.labels.size()) return std::nullopt;
  choices.question = question_of(body.substr(0, begins[0]));
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::size_t text = begins[i] + marker_of(choices.labels[i]).size();
    const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : body.size();
    choices.texts.emplace_back(trimmed(body.substr(text, end - text)));
  }
  return choices;
}

}   // namespace lift
