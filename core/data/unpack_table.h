#pragma once
// Tables of columns (Parquet, Arrow IPC) as JSONL: what follows reads one kind of row whatever it came from. Used by
// plain_text. Tensor-free. Thread: any. Private to core/data.
//
// A column becomes the field of its name. Texts, whole numbers, floats, truth values, lists, structs and maps with
// texts as keys become JSON; null stays null; dictionaries are looked up. Dates, times, decimals and durations become
// what they are printed as. Bytes, unions and intervals are no text: the column, or the part of a struct, is left out
// and told.
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/file_kind.h"
#include "core/data/unpack.h"

namespace lift {

// The most memory that one piece of a table (pages of a column, a batch of rows) may take, in bytes.
constexpr std::int64_t kLargestTablePiece = std::int64_t{4} << 30;

// One line a row to `take`; what a person should know goes to `told`. Errors: Unsupported for a build without Arrow, an
// encrypted file, a codec that Arrow lacks; Malformed for a damaged file, a column name that is there twice, a row over
// kLargestRow, no column that can be read; OutOfMemory beyond kLargestTablePiece; Cancelled; those of `take`.
Status unpack_table(std::string_view bytes, Wrapping wrapping, const std::string& path, const ByteSink& take,
                    std::vector<Sentence>& told, const TaskContext& task);

}   // namespace lift
