#include "core/io/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>

#include "core/base/say.h"
#include "core/io/system_error.h"

namespace lift {

namespace {

Sentence holder_of(int file) {
  char text[32];
  const ssize_t count = ::pread(file, text, sizeof text, 0);
  long process = 0;
  const bool read = count > 0 && std::from_chars(text, text + count, process).ec == std::errc{} && process > 0;
  return read ? say("process {}", process) : say("another process");
}

}   // namespace

Result<FileLock> FileLock::acquire(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / file_name;
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  if (!file.open()) return system_error(path, say("could not open the lock file"), errno);
  while (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) return system_error(path, say("could not lock the folder"), errno);
    return make_error(ErrorCode::Io, folder.string(),
                      say("expected a folder that no one writes, found one held by {}", holder_of(file.get())),
                      say("Wait until it ends, or end it"));
  }
  const std::string holder = std::to_string(::getpid()) + "\n";
  if (::ftruncate(file.get(), 0) != 0 ||
      ::pwrite(file.get(), holder.data(), holder.size(), 0) != static_cast<ssize_t>(holder.size()))
    return system_error(path, say("could not write the holder's process id"), errno);
  return FileLock(std::move(file));
}

bool FileLock::held(const std::filesystem::path& folder) {
  const Descriptor file(::open((folder / file_name).c_str(), O_RDONLY | O_CLOEXEC));
  return file.open() && ::flock(file.get(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

}   // namespace lift
