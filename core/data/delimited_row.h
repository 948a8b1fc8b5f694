#pragma once
// One row of a table of texts (RFC 4180), by libcsv. Used by delimited_file. Tensor-free. Thread: one at a time per
// object. Private to core/data.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace lift {

// A row in which no cell begins with a quote has no quoted cell: its quotes are quotes, as in TSV files. `line`: its
// first.
bool has_quoted_cells(std::string_view line, char separator);

class DelimitedRows {
 public:
  explicit DelimitedRows(char separator);
  ~DelimitedRows();

  struct Row {
    std::vector<std::string> cells;
    std::size_t bytes = 0;   // of the text, the line's end included; more than one line where a cell has line breaks
  };
  // The row at the beginning of `text`. Errors: Malformed for a quote that is neither doubled nor around a cell, for
  // one that is never closed, and for a row above kLargestRow.
  Result<Row> read(std::string_view text);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}   // namespace lift
