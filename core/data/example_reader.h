#pragma once
// Rows of JSONL and JSON files as examples: which layout a file has, which column plays which role, and what is wrong
// with a row. Used by sft_dataset and evaluate/. Tensor-free. Thread: one at a time per object.
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

namespace lift {

enum class DataLayout : std::uint8_t { QuestionAnswer, PromptCompletion, Instruction, Messages };
std::string_view name_of(DataLayout layout);   // as in DataConfig.layout

struct DataColumns {
  DataLayout layout = DataLayout::QuestionAnswer;
  std::map<std::string, std::string> column_map;   // role -> column
  std::vector<std::string> columns;                // all of the first rows, in order of appearance
};

// Looks at the first 100 rows of every file. Errors: NotFound, Io; Malformed, naming file, line and reason;
// InvalidArgument when the columns are of no layout we know (they are listed) or a mapped column is not there.
Result<DataColumns> find_columns(const std::vector<std::filesystem::path>& files, const DataConfig& config);

// A row: an example, or the reason why there is none in it.
struct ReadRow {
  RowPlace place;
  std::optional<Example> example;
  Sentence reason;
};

// Parses rows of one set of columns.
class RowParser {
 public:
  explicit RowParser(DataColumns columns);
  ~RowParser();
  RowParser(RowParser&&) noexcept;

  // Errors: Malformed (not JSON, not an object, a field of the wrong kind); the subject is left to the caller.
  // A row without prompt or answer is no error: it comes back with a reason.
  Result<ReadRow> parse(std::string_view raw) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// All rows of the files in order, handed to `take` one by one; at most `limit` (0 = all).
// Errors: the first broken row with file, line, field, expected and found, and how many rows are like it; Cancelled.
Status read_rows(const std::vector<std::filesystem::path>& files, const DataColumns& columns, std::int64_t limit,
                 const std::function<Status(ReadRow)>& take, const TaskContext& task = {});

// The text of one row, read again. Errors: NotFound, Io; Mismatch when the file is shorter than it was.
Result<std::string> read_raw_row(const std::filesystem::path& file, const RowPlace& place);

}   // namespace lift
