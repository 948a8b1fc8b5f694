#pragma once
// The names of the columns in files, and a guess of which hold the prompt and the answer: the starting point for a
// person who maps columns by hand. Tensor-free. Thread: any.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace lift {

struct ColumnGuess {
  std::vector<std::string> columns;           // of the first rows of all files, in order of appearance
  std::map<std::string, std::string> roles;   // role -> column, as DataConfig.column_map has it; empty: no idea
};

// Looks at the first 100 rows of every file (of a packed one those in its first 8 MiB) and at names and kinds: a list
// of messages; else the columns that are called most like an answer and a prompt; else the last text and the longest of
// the others. Lines that are no rows are passed over. Errors: NotFound, Io; Malformed for a file in which no row can be
// found.
Result<ColumnGuess> guess_columns(const std::vector<std::filesystem::path>& files);

}   // namespace lift
