#pragma once
// Free disk space, checked before something large is written. Used by the writers in io/, checkpoint/ and exchange/.
// Tensor-free. Thread: any.
#include <cstdint>
#include <filesystem>

#include "core/base/result.h"

namespace lift {

// Bytes that the current user may still write at `path`, which need not exist: its nearest existing parent counts.
Result<std::int64_t> free_disk_space(const std::filesystem::path& path);

// Errors: Io with the bytes needed and free, when fewer than `bytes` are free.
Status ensure_disk_space(const std::filesystem::path& path, std::int64_t bytes);

}   // namespace lift
