#include "core/data/file_content.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <ctime>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/data/cache_folder.h"
#include "core/io/json.h"
#include "core/io/mapped_file.h"
#include "core/io/release_pages.h"
#include "core/io/system_error.h"

namespace lift {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::size_t kBlock = 8u << 20;   // bytes
constexpr std::int64_t kSecond = 1'000'000'000;

std::int64_t nanoseconds(const timespec& time) { return time.tv_sec * kSecond + time.tv_nsec; }

struct Stamp {
  json value;
  std::int64_t changed = 0;   // nanoseconds since 1970
};

Result<Stamp> stamp_of(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return system_error(path, say("could not read the file's size"), errno);
  return Stamp{{{"path", path.string()},
                {"size", status.st_size},
                {"device", status.st_dev},
                {"inode", status.st_ino},
                {"modified", nanoseconds(status.st_mtim)},
                {"changed", nanoseconds(status.st_ctim)}},
               std::max(nanoseconds(status.st_mtim), nanoseconds(status.st_ctim))};
}

Result<Fingerprint> hashed(const fs::path& path, const TaskContext& task) {
  LIFT_ASSIGN(const std::shared_ptr<const MappedFile> file, MappedFile::open(path));
  const auto bytes = file->bytes();
  Fingerprinter all;
  for (std::size_t at = 0; at < bytes.size(); at += kBlock) {
    if (task.stop_requested()) return make_error(ErrorCode::Cancelled, path.string(), say("reading was cancelled"));
    task.report(say("looking whether the rows are known"), static_cast<std::int64_t>(at),
                static_cast<std::int64_t>(bytes.size()));
    const auto block = bytes.subspan(at, std::min(kBlock, bytes.size() - at));
    all.add(block);
    release_pages(block);
  }
  return all.finish();
}

}   // namespace

Result<Fingerprint> content_of(const fs::path& path, const TaskContext& task) {
  std::error_code failure;
  const fs::path absolute = fs::weakly_canonical(path, failure);
  LIFT_ASSIGN(const Stamp before, stamp_of(absolute));
  const fs::path record = cache_folder("contents") / (fingerprint_of(absolute.string()).hex() + ".json");
  if (const auto known = read_json_file(record); known.ok() && known->is_object() && known->contains("stamp") &&
                                                 (*known)["stamp"] == before.value && (*known)["sha256"].is_string())
    if (auto content = parse_fingerprint((*known)["sha256"].get<std::string>()); content.ok()) return content;
  LIFT_ASSIGN(const Fingerprint content, hashed(absolute, task));
  LIFT_ASSIGN(const Stamp after, stamp_of(absolute));
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  const bool settled = after.value == before.value && nanoseconds(now) - after.changed > 2 * kSecond;
  // Without a record the next start reads the file again, and that is all.
  if (settled) static_cast<void>(write_json_file(record, {{"stamp", after.value}, {"sha256", content.hex()}}));
  return content;
}

}   // namespace lift
