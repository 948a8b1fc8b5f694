#pragma once
// Rows of Parquet and Arrow IPC, one after another as JSON, with no more of the table in memory than the piece that is
// being read. Used by table_file and read_table. Tensor-free. Thread: one at a time per object. Private to core/data.
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <arrow/memory_pool.h>
#include <arrow/result.h>
#include <arrow/type_fwd.h>

#include "core/base/result.h"
#include "core/data/arrow/cell_json.h"
#include "core/data/file_kind.h"

namespace lift {

// Where a row lies: a row group of Parquet or a batch of Arrow IPC, and the row in it.
struct TablePlace {
  std::int64_t piece = 0, row = 0;
};

class TableReader {
 public:
  // From the row at `from` on. `bytes` must outlive the reader. Errors: Malformed, Unsupported, OutOfMemory.
  static Result<std::unique_ptr<TableReader>> open(std::string_view bytes, Wrapping wrapping, const std::string& path,
                                                   std::vector<Sentence>& told, TablePlace from = {});

  // Puts the next row, as one JSON object, behind `out`; false at the end. Errors: as open(); Malformed for a row over
  // kLargestRow.
  Result<bool> next(std::string& out);
  // Passes over `count` rows, fewer at the end.
  Status skip(std::int64_t count);
  TablePlace place() const;                     // of the next row
  std::int64_t row() const { return row_; }     // the next one's number from where reading began
  std::int64_t rows() const { return rows_; }   // of the table; -1: only the end will tell

 private:
  using Batch = std::shared_ptr<arrow::RecordBatch>;
  TableReader(std::string_view bytes, Wrapping wrapping, std::string path);
  arrow::Status open_parquet(std::int64_t piece, std::vector<Sentence>& told);
  arrow::Status open_file(std::int64_t piece);
  arrow::Status open_stream();
  Status plan(std::vector<Sentence>& told);
  Result<bool> have_batch();
  Error error_of(const arrow::Status& status) const;

  arrow::CappedMemoryPool pool_;   // outlives all that is made from it
  std::shared_ptr<arrow::Buffer> buffer_;
  std::string format_, path_;
  std::shared_ptr<void> keep_;
  std::shared_ptr<arrow::Schema> schema_;
  std::function<arrow::Result<Batch>()> next_;   // null at the end
  std::vector<CellPlan> plans_;
  std::vector<std::int64_t> begins_;   // of the pieces from the first one that is read, in rows; Arrow: as they come
  std::int64_t first_piece_ = 0, rows_ = -1, row_ = 0;
  Batch batch_;
  std::int64_t in_batch_ = 0;
  bool valid_ = false;   // the batch has been looked at whole
};

}   // namespace lift
