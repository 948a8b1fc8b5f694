#pragma once
// The rows behind a task of written answers (task.h). Used by task_file and task. Tensor-free. Private to
// core/evaluate.
#include <filesystem>
#include <vector>

#include "core/base/result.h"
#include "core/evaluate/task.h"

namespace lift {

// JSON array or JSONL with question and answer, or instruction and answer; the first `limit`, 0 = all.
Result<std::vector<WrittenItem>> read_written_items(const std::filesystem::path& file, std::int64_t limit);

}   // namespace lift
