#pragma once
// Rows of files as examples: which layout a file has, which column plays which role, and what is wrong with a row.
// Used by sft_dataset and evaluate/. Tensor-free. Thread: one at a time per object.
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/data_config.h"
#include "core/data/example.h"
#include "core/data/row_fields.h"
#include "core/data/row_file.h"

namespace lift {

enum class DataLayout : std::uint8_t { QuestionAnswer, PromptCompletion, Instruction, Messages, Preference, Text };
std::string_view name_of(DataLayout layout);   // as in DataConfig.layout
Result<DataLayout> layout_of(std::string_view name);

struct DataColumns {
  DataLayout layout = DataLayout::QuestionAnswer;
  std::map<std::string, std::string> column_map;   // role -> column
  std::vector<std::string> columns;                // all of the first rows, in order of appearance
};

// One file of a data set. Files need not be alike: each has its own layout.
struct SourceFile {
  std::shared_ptr<const RowFile> rows;
  DataColumns columns;
  std::vector<Sentence> told;   // of the folder that it was found in; with the folder's first file
};

// A folder stands for the files of rows in it (data_folder.h), those of one part of a data set where names say so.
// Opens every file and looks at its first 100 rows. Errors: NotFound, Io; Malformed, naming file, line and reason;
// Unsupported for a format we do not read, by its name; InvalidArgument when the columns are of no layout we know
// (they are listed, with the best guess of a mapping) or a mapped column is not there; Cancelled.
Result<std::vector<SourceFile>> open_sources(const std::vector<std::filesystem::path>& files, const DataConfig& config,
                                             const TaskContext& task = {}, bool held_out = false);

// A row: an example, or the reason why there is none in it.
struct ReadRow {
  RowPlace place;
  std::optional<Example> example;
  Sentence reason;
  std::vector<std::string> columns;   // that the row has, null not counted
};

// Parses rows of one set of columns.
class RowParser {
 public:
  explicit RowParser(DataColumns columns) : columns_(std::move(columns)) {}

  // Errors: Malformed (a field that is used is broken or of the wrong kind); the subject is left to the caller.
  // A row without prompt or answer is no error: it comes back with a reason.
  Result<ReadRow> parse(const RowFields& row) const;

 private:
  DataColumns columns_;
};

// All rows of the files in order, handed to `take` one by one; at most `limit` (0 = all).
// Errors: the first broken row with file, line, field, expected and found, and how many rows are like it; Cancelled.
Status read_rows(const std::vector<SourceFile>& files, std::int64_t limit, const std::function<Status(ReadRow)>& take,
                 const TaskContext& task = {});

}   // namespace lift
