#pragma once
// A data file as rows of named fields: JSONL, one JSON list, JSON objects one after the other, CSV and TSV, plain text,
// each also packed with gzip or zstd or in UTF-16; Parquet and Arrow IPC, whose rows are made JSON. All
// readers of rows go through this file, so that the formats are known in one place.
// Used by example_reader and evaluate/. Tensor-free. Thread: const calls from any; a cursor belongs to one.
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/example.h"
#include "core/data/row_fields.h"
#include "core/io/mapped_file.h"

namespace lift {

struct PlainText;

// A row as it stands in its file's plain text.
struct RawRow {
  std::string_view text;      // into the mapped file, or until the cursor's next row
  std::int64_t line = 1;      // where it begins
  std::uint64_t offset = 0;   // of the text in its file; of a table what table_file.h says
};

constexpr std::size_t kLargestRow = 64u << 20;   // bytes

// Rows one after another. Memory does not grow with the file.
class RowCursor {
 public:
  virtual ~RowCursor() = default;
  // Nothing at the end. Errors: Malformed, naming file and line; a row above kLargestRow.
  virtual Result<std::optional<RawRow>> next() = 0;
  virtual std::uint64_t offset() const = 0;   // bytes of the text that are read
};

class RowFile {
 public:
  // Errors: NotFound, Io; Unsupported for a format that is not read, by its name, with what to do; Malformed for an
  // empty file, a packed file that is damaged, a table without a header; Cancelled.
  static Result<std::shared_ptr<const RowFile>> open(const std::filesystem::path& path, const TaskContext& task = {});
  // As open(), for its first rows: of a packed file or a table no more than some megabytes are unpacked, and the last
  // row may be cut off. whole() says whether that was all.
  static Result<std::shared_ptr<const RowFile>> open_beginning(const std::filesystem::path& path,
                                                               const TaskContext& task = {});
  virtual ~RowFile() = default;

  const std::filesystem::path& path() const { return path_; }
  // What a person should know of the file: "packed with gzip", "a table whose columns are separated by \";\"".
  const std::vector<Sentence>& told() const { return told_; }
  std::string_view text() const;   // UTF-8, unpacked; of a table its bytes
  bool whole() const { return whole_; }
  // What was read of the text leaves memory; views of it stay valid.
  void release() const;

  virtual std::unique_ptr<RowCursor> rows() const = 0;
  // One row's fields. Errors: Malformed, with line and column in the row (kJsonPlace) or without; no subject.
  virtual Result<RowFields> fields(std::string_view raw) const = 0;
  // The text of one row, read again. Errors: NotFound, Io; Mismatch when the file is shorter than it was.
  virtual Result<std::string> raw_row(const RowPlace& place) const;

 protected:
  std::filesystem::path path_;
  std::shared_ptr<const MappedFile> text_;
  bool copied_ = false;   // `text_` is a copy of ours, which nobody changes
  bool whole_ = true;
  std::vector<Sentence> told_;

 private:
  static Result<std::shared_ptr<const RowFile>> open_part(const std::filesystem::path& path, const TaskContext& task,
                                                          std::size_t enough);
  void set(const std::filesystem::path& path, PlainText plain);
};

}   // namespace lift
