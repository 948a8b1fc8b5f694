#pragma once
// Layouts of rows: which column plays which role. Used by columns. Tensor-free. Thread: any. Private to core/data.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/data_config.h"
#include "core/data/example_reader.h"

namespace lift {

// The first layout whose required roles have a column, by hand or by their usual names (in any case of letters).
std::optional<DataColumns> columns_by_layout(const DataConfig& config, const std::vector<std::string>& columns);

// Roles for the columns of a file of no layout we know, as column_guess has them; empty: no idea.
std::map<std::string, std::string> guessed_roles(const RowFile& file);

std::string known_layouts();   // for sentences: "messages; instruction + output (+ input); ..."

}   // namespace lift
