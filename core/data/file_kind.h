#pragma once
// What kind of file somebody gave as data, by its first bytes and its name. Used by row_file. Tensor-free. Thread: any.
// Private to core/data.
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace lift {

enum class FileKind : std::uint8_t { Json, Delimited, Text };
enum class Wrapping : std::uint8_t { None, Gzip, Zstd, Utf16, Parquet, ArrowFile, ArrowStream };

// Whether the bytes are packed text or a table of columns, which plain_text can unpack.
Wrapping wrapping_of(std::string_view head);

// The kind of a plain text file. `name`: its file name, endings of packed files (.gz, .zst) passed over.
// Errors: Unsupported, saying what the file is (a zip file, a model, a web page, ...) and what to do;
// Malformed for text of no kind that the name or the beginning tells.
Result<FileKind> kind_of_file(std::string_view head, const std::string& name, const std::string& path);

// What the text looks like that is no JSON where JSON was expected, and what to do; empty for no idea.
Sentence looks_like(std::string_view head);

}   // namespace lift
