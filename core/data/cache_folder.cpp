#include "core/data/cache_folder.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <utility>

#include "core/base/say.h"
#include "core/io/system_error.h"
#include "core/io/user_folders.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

constexpr const char* kPrefix = "reading-";

// Younger ones may not be locked yet.
bool is_left_over(const fs::directory_entry& entry) {
  std::error_code failure;
  return entry.path().filename().string().starts_with(kPrefix) && entry.is_directory(failure) &&
         fs::file_time_type::clock::now() - entry.last_write_time(failure) > std::chrono::minutes(1) &&
         !FileLock::held(entry.path());
}

void remove_left_overs(const fs::path& parent) {
  std::error_code failure;
  for (const fs::directory_entry& entry : fs::directory_iterator(parent, failure)) {
    if (!is_left_over(entry)) continue;
    std::error_code ignored;
    fs::remove_all(entry.path(), ignored);
  }
}

// In the folder that all users share: our own or a new one, never somebody else's.
fs::path temporary_folder(const std::string& name) {
  std::error_code failure;
  const fs::path shared = fs::temp_directory_path(failure);
  const fs::path own = shared / ("lift-studio-" + std::to_string(::getuid()));
  ::mkdir(own.c_str(), 0700);
  struct stat status {};
  if (::lstat(own.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::getuid()) {
    fs::create_directories(own / name, failure);
    if (!failure) return own / name;
  }
  std::string made = (shared / "lift-studio-XXXXXX").string();
  return ::mkdtemp(made.data()) ? fs::path(made) : shared;
}

}   // namespace

fs::path cache_folder(const std::string& name) {
  std::error_code failure;
  if (const fs::path cache = user_cache_folder(); !cache.empty()) {
    const fs::path folder = cache / "lift-studio" / name;
    fs::create_directories(folder, failure);
    if (!failure && ::access(folder.c_str(), W_OK | X_OK) == 0) return folder;
  }
  return temporary_folder(name);
}

Result<TemporaryRows> TemporaryRows::create(const fs::path& parent) {
  remove_left_overs(parent);
  std::string name = (parent / (std::string(kPrefix) + "XXXXXX")).string();
  if (!::mkdtemp(name.data())) return system_error(name, say("could not make a folder for rows"), errno);
  TemporaryRows made;
  made.path_ = name;
  LIFT_ASSIGN(made.lock_, FileLock::acquire(made.path_));
  return made;
}

TemporaryRows::TemporaryRows(TemporaryRows&& other) noexcept
    : path_(std::exchange(other.path_, {})), lock_(std::move(other.lock_)) {}

bool TemporaryRows::become(const fs::path& target) {
  std::error_code failure;
  if (std::rename(path_.c_str(), target.c_str()) != 0) return false;
  fs::remove(target / FileLock::file_name, failure);
  path_.clear();
  lock_.reset();
  return true;
}

TemporaryRows::~TemporaryRows() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

}   // namespace lift
