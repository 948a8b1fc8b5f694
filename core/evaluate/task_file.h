#pragma once
// Reads the rows of a task with written answers (task.h). Used by task_file and task. Tensor-free. Private to
// core/evaluate.
#include <filesystem>
#include <vector>

#include "core/base/result.h"
#include "core/evaluate/task.h"

namespace lift {

// A JSON array or JSONL with question and answer, or instruction and answer. limit: the first rows only; 0 = all.
Result<std::vector<WrittenItem>> read_written_items(const std::filesystem::path& file, std::int64_t limit);

}   // namespace lift
