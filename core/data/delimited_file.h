#pragma once
// CSV, TSV and their like as rows of named fields (RFC 4180): the first line names the columns, cells in quotes may
// hold separators, quotes (doubled) and line breaks. Used by row_file. Tensor-free. Private to core/data.
#include <filesystem>
#include <memory>
#include <string_view>

#include "core/base/result.h"
#include "core/data/row_file.h"

namespace lift {

// `text`: the whole file. Errors: Malformed for a header that is broken or names a column twice.
Result<std::shared_ptr<RowFile>> make_delimited_file(std::string_view text, const std::filesystem::path& path);

}   // namespace lift
