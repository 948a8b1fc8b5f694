#pragma once
// A run's answers to held-out rows on disk, answers.jsonl: one row a line, with its question, what was expected, and
// what the base and the tuned model answered. Used by session/ only. Tensor-free. Private to core/session.
#include <filesystem>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/evaluate/answered_row.h"

namespace lift {

inline constexpr std::string_view kAnswersName = "answers.jsonl";

// Replaces the file atomically. Text that is not UTF-8 is mended with U+FFFD. Errors: Io.
Status write_answers(const std::filesystem::path& file, const std::vector<AnsweredRow>& rows);
// None when the file is not there: an earlier version's run. Errors: Io, Malformed.
Result<std::vector<AnsweredRow>> read_answers(const std::filesystem::path& file);

}   // namespace lift
