#pragma once
// Applies a delta to a Hugging Face folder on disk: replaces the bytes of the changed entries in its safetensors files,
// leaves everything else as it is, and keeps the replaced bytes in lift-undo.safetensors in the same folder.
// Undoing restores every file, byte for byte. Used by `lift delta apply | undo`. Tensor-free.
// Files are replaced by rename. After an interruption some files may be tuned and others not: either call then resumes.
#include <filesystem>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/checkpoint/delta_info.h"

namespace lift {

inline constexpr const char* kUndoFileName = "lift-undo.safetensors";

// Errors: those of read_delta; NotFound (no safetensors file has the tensor), Mismatch naming the first tensor that is
// not the recorded base, Unsupported (a GGUF file, a file that is a symbolic link: other programs share it), Io.
Result<DeltaVerification> apply_to_folder(const std::filesystem::path& folder, const std::filesystem::path& delta,
                                          const TaskContext& task = {});

// Errors: as above; NotFound if the undo file is missing.
Result<DeltaVerification> undo_in_folder(const std::filesystem::path& folder, const std::filesystem::path& delta,
                                         const TaskContext& task = {});

}   // namespace lift
