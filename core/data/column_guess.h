#pragma once
// What the columns of files look like, before anybody has said what they mean: their names, and which of them the
// likeliest prompt and answer are. What a person starts from who maps them by hand. Tensor-free. Thread: any.
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

// Looks at the first 100 rows of every file and at names and kinds: a list of messages; else the columns that are
// called most like an answer and a prompt; else the last text and the longest of the others. Lines that are no rows
// are passed over. Errors: NotFound, Io; Malformed for a file in which no row can be found.
Result<ColumnGuess> guess_columns(const std::vector<std::filesystem::path>& files);

}   // namespace lift
