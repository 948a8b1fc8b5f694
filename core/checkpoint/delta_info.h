#pragma once
// What is known of a delta file from its header alone. Used by the window and `lift delta info`. Tensor-free.
#include <cstdint>
#include <filesystem>

#include "core/base/result.h"
#include "core/checkpoint/manifest.h"

namespace lift {

struct DeltaInfo {
  Manifest manifest;
  std::int64_t file_bytes = 0;
  double bytes_per_entry() const;   // 0 without entries
};

// The counts that verify_delta (delta.h), apply_to_folder and undo_in_folder (delta_folder.h) return.
struct DeltaVerification {
  std::int64_t entries = 0;   // replaced by the delta
  std::int64_t tensors_changed = 0, tensors_checked = 0;
};

// Reads only the file's header. Errors: as read_delta.
Result<DeltaInfo> read_delta_info(const std::filesystem::path& file);

}   // namespace lift
