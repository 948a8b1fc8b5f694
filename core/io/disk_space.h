#pragma once
// Room on the disk, asked before something large is written. Used by io/ writers, checkpoint/ and exchange/.
// Tensor-free. Thread: any.
#include <cstdint>
#include <filesystem>

#include "core/base/result.h"

namespace lift {

// Bytes that this user may still write where `path` is or will be (the nearest folder that exists counts).
Result<std::int64_t> free_disk_space(const std::filesystem::path& path);

// Io, naming the bytes wanted and free, when there is less than `bytes`.
Status ensure_disk_space(const std::filesystem::path& path, std::int64_t bytes);

}   // namespace lift
