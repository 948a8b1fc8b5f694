#include "core/hub/cache.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/io/atomic_file.h"
#include "core/io/system_error.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kIncomplete = ".incomplete";

Status make_folders(const fs::path& folder) {
  std::error_code problem;
  fs::create_directories(folder, problem);
  if (!problem) return {};
  return system_error(folder, say("could not make the folder"), problem.value());
}

std::string folder_name(HubKind kind, const std::string& id) {
  std::string name = kind == HubKind::DataSet ? "datasets--" : "models--";
  for (const char c : id) name += c == '/' ? std::string("--") : std::string(1, c);
  return name;
}

// "models--org--name" -> its kind and id; an id has no "--" of its own.
std::optional<CachedRepository> repository_of(const fs::path& folder) {
  CachedRepository repository{.path = folder};
  std::string name = folder.filename().string();
  if (name.starts_with("models--")) name.erase(0, 8);
  else if (name.starts_with("datasets--")) name.erase(0, 10), repository.kind = HubKind::DataSet;
  else return std::nullopt;
  if (const auto at = name.find("--"); at != name.npos) name.replace(at, 2, "/");
  repository.id = name;
  if (!validate({.kind = repository.kind, .id = name}).ok()) return std::nullopt;
  return repository;
}

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    entries.push_back(at->path());
  std::ranges::sort(entries);
  return entries;
}

std::string read_ref(const fs::path& file) {
  auto text = read_whole_file(file, 4096);
  if (!text.ok()) return {};
  std::string commit = std::move(text).value();
  commit.erase(commit.find_last_not_of(" \t\r\n") + 1);
  return is_commit(commit) ? commit : std::string();
}

CachedSnapshot snapshot_of(const fs::path& folder) {
  CachedSnapshot snapshot{.commit = folder.filename().string(), .path = folder};
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code problem;
    if (at->is_directory(problem) && !at->is_symlink(problem)) continue;
    ++snapshot.files;
    const auto bytes = fs::file_size(at->path(), problem);
    if (problem) ++snapshot.missing;
    else snapshot.bytes += static_cast<std::int64_t>(bytes);
  }
  return snapshot;
}

}   // namespace

fs::path HubCache::repository(const HubName& name) const { return root_ / folder_name(name.kind, name.id); }
fs::path HubCache::blob(const HubName& name, const std::string& digest) const {
  return repository(name) / "blobs" / digest;
}
fs::path HubCache::snapshot(const HubName& name, const std::string& commit) const {
  return repository(name) / "snapshots" / commit;
}
fs::path HubCache::lock(const HubName& name, const std::string& digest) const {
  return root_ / ".locks" / folder_name(name.kind, name.id) / (digest + ".lock");
}

std::optional<fs::path> HubCache::find(const HubName& name) const {
  if (!validate(name).ok()) return std::nullopt;
  const std::string commit =
      is_commit(name.revision) ? name.revision : read_ref(repository(name) / "refs" / name.revision);
  std::error_code error;
  if (commit.empty() || !fs::is_directory(snapshot(name, commit), error)) return std::nullopt;
  return snapshot(name, commit);
}

std::vector<CachedRepository> HubCache::list() const {
  std::vector<CachedRepository> found;
  for (const fs::path& folder : entries_of(root_)) {
    std::optional<CachedRepository> repository = repository_of(folder);
    if (!repository) continue;
    for (const fs::path& entry : entries_of(folder / "snapshots"))
      if (is_commit(entry.filename().string())) repository->snapshots.push_back(snapshot_of(entry));
    std::error_code error;
    const fs::path refs = folder / "refs";
    for (fs::recursive_directory_iterator at(refs, error), end; !error && at != end; at.increment(error)) {
      const std::string commit = read_ref(at->path());
      for (CachedSnapshot& snapshot : repository->snapshots)
        if (snapshot.commit == commit) snapshot.revisions.push_back(at->path().lexically_relative(refs).string());
    }
    for (const fs::path& blob : entries_of(folder / "blobs")) {
      std::error_code problem;
      const auto bytes = fs::file_size(blob, problem);
      if (problem) continue;
      // Python's client gives its parts names of their own ("DIGEST.1a2b.incomplete") and begins anew each time.
      const bool is_part = blob.extension() == kIncomplete, is_ours = blob.stem().extension().empty();
      if (!is_part) repository->bytes += static_cast<std::int64_t>(bytes);
      else if (is_ours) repository->incomplete_bytes += static_cast<std::int64_t>(bytes);
    }
    if (!repository->snapshots.empty() || repository->bytes || repository->incomplete_bytes)
      found.push_back(*std::move(repository));
  }
  std::ranges::sort(found, {}, [](const CachedRepository& r) { return std::pair(r.kind, r.id); });
  return found;
}

Status HubCache::link(const HubName& name, const std::string& commit, const std::string& file,
                      const std::string& digest) const {
  const fs::path place = snapshot(name, commit) / file;
  LIFT_RETURN_IF_ERROR(make_folders(place.parent_path()));
  std::string target = "../../";
  for (const char c : file)
    if (c == '/') target += "../";
  target += "blobs/" + digest;
  std::error_code error;
  if (fs::read_symlink(place, error) == target && !error) return {};
  const fs::path temporary = place.parent_path() / fmt::format(".{}.{}.link", digest, ::getpid());
  fs::remove(temporary, error);
  if (::symlink(target.c_str(), temporary.c_str()) != 0)
    return system_error(place, say("could not make a symbolic link, which the Hugging Face cache is made of"), errno);
  if (::rename(temporary.c_str(), place.c_str()) == 0) return {};
  const int reason = errno;
  fs::remove(temporary, error);
  return system_error(place, say("could not give the downloaded file its name"), reason);
}

Status HubCache::write_ref(const HubName& name, const std::string& commit) const {
  if (is_commit(name.revision)) return {};
  const fs::path file = repository(name) / "refs" / name.revision;
  if (read_ref(file) == commit) return {};
  LIFT_RETURN_IF_ERROR(make_folders(file.parent_path()));
  return write_file_atomically(file, commit);
}

Status HubCache::mark() const {
  std::error_code error;
  const fs::path tag = root_ / "CACHEDIR.TAG";
  if (fs::exists(tag, error)) return {};
  LIFT_RETURN_IF_ERROR(make_folders(root_));
  return write_file_atomically(tag,
                               "Signature: 8a477f597d28d172789f06886806bc55\n"
                               "# This folder is a cache: https://bford.info/cachedir/. Its files can be got again.\n");
}

Result<BlobLock> BlobLock::acquire(const fs::path& path, const Sentence& phase, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(make_folders(path.parent_path()));
  for (;;) {
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0664));
    if (!file.open()) return system_error(path, say("could not open the lock file"), errno);
    while (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
      if (errno != EWOULDBLOCK && errno != EINTR) return system_error(path, say("could not lock the file"), errno);
      task.report(phase, 0, 0);
      if (task.stop_requested())
        return make_error(ErrorCode::Cancelled, path.string(), say("stopped while another program held it"));
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    // Some programs delete the file when they are done: a lock on a file without a name keeps nobody out.
    struct stat held {
    }, named{};
    if (::fstat(file.get(), &held) == 0 && ::stat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino &&
        held.st_dev == named.st_dev)
      return BlobLock(std::move(file));
  }
}

}   // namespace lift
