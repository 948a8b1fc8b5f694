#pragma once
// A delta as one safetensors file (core/checkpoint/README.md has the format): per changed matrix NAME.indices, coded
// gaps (index_code.h), and NAME.values in the model's dtype; the manifest as JSON in the metadata. Bytes depend on the
// content alone. About 2.75 bytes per changed bf16 weight at 5 %. Used by session/ and `lift delta`.
#include <filesystem>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/checkpoint/delta.h"

namespace lift {

// Writes atomically. Errors: Io (with a full disk: before anything is written), Cancelled.
Status write_delta(const std::filesystem::path& file, const Delta& delta, const TaskContext& task = {});

// Checks everything it reads: the file is untrusted. Errors: NotFound, Io, Malformed with file, tensor, expected and
// found, Unsupported (a later format, values of another type), Cancelled.
Result<Delta> read_delta(const std::filesystem::path& file, const TaskContext& task = {});

}   // namespace lift
