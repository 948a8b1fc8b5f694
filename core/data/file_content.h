#pragma once
// What files hold, as a hash that need not be computed again while a file is as it was. Used by row_cache.
// Tensor-free. Thread: any. Private to core/data.
#include <filesystem>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/io/fingerprint.h"

namespace lift {

// SHA-256 of the file's bytes. It is remembered in the user's cache together with the file's size, inode and the times
// of its last change (of content, and of anything, which no program can set), in nanoseconds; a file that was changed
// within the last two seconds is not remembered, since the next change might bear the same time.
// Errors: NotFound, Io; Cancelled.
Result<Fingerprint> content_of(const std::filesystem::path& path, const TaskContext& task);

}   // namespace lift
