#pragma once
// answers.jsonl in a run's folder: one held-out row per line, with its question, the expected answer and the answers of
// the base and the tuned model. Used by session/ only. Tensor-free. Private to core/session.
#include <filesystem>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/evaluate/answered_row.h"

namespace lift {

inline constexpr std::string_view kAnswersName = "answers.jsonl";

// Replaces the file atomically. Invalid UTF-8 is replaced by U+FFFD. Errors: Io.
Status write_answers(const std::filesystem::path& file, const std::vector<AnsweredRow>& rows);
// Empty when the file does not exist, as in runs of earlier versions. Errors: Io, Malformed.
Result<std::vector<AnsweredRow>> read_answers(const std::filesystem::path& file);

}   // namespace lift
