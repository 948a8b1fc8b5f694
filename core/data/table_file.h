#pragma once
// Parquet and Arrow IPC files as rows of JSON that are made when they are asked for: nothing is written out, and a file
// larger than memory is open at once. Used by row_file. Tensor-free. Thread: any. Private to core/data.
#include <filesystem>
#include <memory>
#include <string_view>

#include "core/base/result.h"
#include "core/data/file_kind.h"
#include "core/data/row_file.h"

namespace lift {

// `bytes`: those of the text that the file gets (RowFile::text). A row's place is its number and, as its offset, the
// piece of the table that it lies in. Errors: those of unpack_table but OutOfMemory and Cancelled; Malformed for a
// table without rows.
Result<std::shared_ptr<RowFile>> make_table_file(std::string_view bytes, Wrapping wrapping,
                                                 const std::filesystem::path& path);

}   // namespace lift
