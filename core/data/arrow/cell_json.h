#pragma once
// Cells of Arrow's columns as JSON. Used by read_table. Tensor-free. Thread: any. Private to core/data.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <arrow/type_fwd.h>

#include "core/base/sentence.h"

namespace lift {

// How a column becomes JSON: what is kept of it.
struct CellPlan {
  std::string key;   // `"name":`, escaped; empty for an item of a list
  int index = 0;     // among the columns, or the parts of the struct above
  std::shared_ptr<arrow::DataType> type;
  std::vector<CellPlan> parts;   // of a struct those that are kept, of a list or dictionary its values, of a map both
};

// Why values of this type are no text; nothing for one that is kept.
std::optional<Sentence> why_left_out(const arrow::DataType& type);

// Nothing when no part of the field is kept. `path` names it in `told`: "image.bytes".
std::optional<CellPlan> plan_cell(const arrow::Field& field, int index, const std::string& path,
                                  std::vector<Sentence>& told, int depth = 0);

void append_json_text(std::string_view text, std::string& out);
// The value at `row` of an array that has been validated and is of the plan's type. Stops early, with the text
// unfinished, once `out` is longer than `limit` bytes.
void append_cell(const CellPlan& plan, const arrow::Array& column, std::int64_t row, std::size_t limit,
                 std::string& out);

}   // namespace lift
