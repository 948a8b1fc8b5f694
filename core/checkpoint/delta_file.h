#pragma once
// A delta as one safetensors file (core/checkpoint/README.md has the format): per changed matrix NAME.indices, coded
// gaps (index_code.h), and NAME.values in the model's dtype; the manifest as JSON in the metadata. Bytes depend on the
// content alone. About 2.75 bytes per changed bf16 weight at 5 %. Used by session/ and `lift delta`.
#include <filesystem>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/checkpoint/delta.h"

namespace lift {

// Atomic. Errors: Io (full disk, before anything is written), Cancelled.
Status write_delta(const std::filesystem::path& file, const Delta& delta, const TaskContext& task = {});

// The file is hostile until checked. Errors: NotFound, Io, Malformed naming file, tensor, expected and found,
// Unsupported (a later format, values of another type), Cancelled.
Result<Delta> read_delta(const std::filesystem::path& file, const TaskContext& task = {});

}   // namespace lift
