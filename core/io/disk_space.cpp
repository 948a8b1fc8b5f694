#include "core/io/disk_space.h"

#include <sys/statvfs.h>

#include <cerrno>
#include <limits>

#include "core/base/say.h"
#include "core/io/system_error.h"

namespace lift {

Result<std::int64_t> free_disk_space(const std::filesystem::path& path) {
  std::error_code ignored;
  std::filesystem::path place = std::filesystem::absolute(path, ignored);
  struct statvfs status {};
  while (::statvfs(place.c_str(), &status) != 0) {
    const bool missing = errno == ENOENT || errno == ENOTDIR;
    if (!missing || place == place.parent_path())
      return system_error(path, say("could not read the free disk space"), errno);
    place = place.parent_path();
  }
  std::int64_t bytes = 0;
  if (__builtin_mul_overflow(status.f_bavail, status.f_frsize, &bytes))
    bytes = std::numeric_limits<std::int64_t>::max();
  return bytes;
}

Status ensure_disk_space(const std::filesystem::path& path, std::int64_t bytes) {
  LIFT_ASSIGN(const std::int64_t free, free_disk_space(path));
  if (free >= bytes) return {};
  return make_error(ErrorCode::Io, path.string(), say("expected {} free bytes on the disk, found {}", bytes, free),
                    say("Free some space or choose another folder"));
}

}   // namespace lift
