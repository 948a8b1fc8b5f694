#pragma once
// What a person sees of a delta file without loading it. Used by the window and `lift delta info`. Tensor-free.
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

// What was proven of a delta (delta.h, verify_delta).
struct DeltaVerification {
  std::int64_t entries = 0;   // that the delta replaces
  std::int64_t tensors_changed = 0, tensors_checked = 0;
};

// Reads the header alone. Errors as read_delta's.
Result<DeltaInfo> read_delta_info(const std::filesystem::path& file);

}   // namespace lift
