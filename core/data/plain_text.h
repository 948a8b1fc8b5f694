#pragma once
// The bytes of a data file as UTF-8 text: unchanged, unpacked (gzip, zstd), recoded (UTF-16), or written out as JSONL
// (streams of Arrow IPC); Parquet and Arrow IPC files stay as they are. Unpacked text goes into a file without a name
// in the user's cache, which disappears with its last user. Used by row_file. Tensor-free. Thread: any. Private to
// core/data.
#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/file_kind.h"
#include "core/io/mapped_file.h"

namespace lift {

struct PlainText {
  std::shared_ptr<const MappedFile> text;
  bool copied = false;               // `text` is not the file itself
  bool whole = true;                 // false: unpacking ended early, as asked
  Wrapping table = Wrapping::None;   // `text` is a table, which table_file reads
  std::vector<Sentence> told;        // "packed with gzip"
};

// `enough`: bytes of unpacked text after which unpacking ends, somewhere in a row; 0: all of it.
// Errors: NotFound, Io (a full disk too); Malformed for damaged packing or half a character; Cancelled.
Result<PlainText> open_plain_text(const std::filesystem::path& path, const TaskContext& task, std::size_t enough = 0);

}   // namespace lift
