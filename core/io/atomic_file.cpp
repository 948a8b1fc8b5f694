#include "core/io/atomic_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/random.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "core/base/say.h"
#include "core/io/descriptor.h"
#include "core/io/disk_space.h"
#include "core/io/system_error.h"

namespace lift {

namespace {

namespace fs = std::filesystem;

fs::path folder_of(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

// Beside the target, hidden, not longer than a name may be, and of no other writer.
fs::path temporary_name(const fs::path& target) {
  std::uint64_t number = 0;
  if (::getrandom(&number, sizeof number, 0) != sizeof number) number = static_cast<std::uint64_t>(::getpid());
  return folder_of(target) / fmt::format(".{}.{:016x}.tmp", target.filename().string().substr(0, 200), number);
}

// Some file systems cannot sync a folder; they say so with these.
bool folder_sync_unsupported(int number) { return number == EINVAL || number == ENOTSUP || number == EROFS; }

}   // namespace

Result<AtomicFile> AtomicFile::create(const fs::path& target) {
  if (!target.has_filename())
    return make_error(ErrorCode::InvalidArgument, target.string(), say("expected the name of a file, found a folder"));
  AtomicFile file;
  file.target_ = file.real_target_ = target;
  std::error_code failed;
  if (fs::is_symlink(target, failed)) {
    fs::path real = fs::weakly_canonical(target, failed);
    if (failed) return system_error(target, say("could not follow the symbolic link"), failed.value());
    file.real_target_ = std::move(real);
  }
  struct stat status {};
  const bool exists = ::stat(file.real_target_.c_str(), &status) == 0;
  if (exists && !S_ISREG(status.st_mode))
    return make_error(ErrorCode::Io, target.string(),
                      say("expected a file to replace, found a folder, device or pipe"));

  file.temporary_ = temporary_name(file.real_target_);
  file.descriptor_ = ::open(file.temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file.descriptor_ < 0) {
    const int reason = errno;
    file.temporary_.clear();
    return system_error(target, say("could not create a file in the folder {}", folder_of(file.real_target_).string()),
                        reason);
  }
  if (exists && ::fchmod(file.descriptor_, status.st_mode & 07777) != 0)
    return file.give_up(say("could not give the new file the old one's mode"), errno);
  return file;
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : target_(std::move(other.target_)),
      real_target_(std::move(other.real_target_)),
      temporary_(std::move(other.temporary_)),
      written_(other.written_),
      descriptor_(std::exchange(other.descriptor_, -1)) {
  other.temporary_.clear();
}

AtomicFile::~AtomicFile() { remove_temporary(); }

void AtomicFile::remove_temporary() noexcept {
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  temporary_.clear();
}

Error AtomicFile::give_up(const Sentence& trouble, int reason) {
  Sentence advice;
  if (reason == ENOSPC || reason == EDQUOT) {
    const auto free = free_disk_space(real_target_);   // before the temporary gives its own room back
    advice = say("Free some space or choose another folder");
    if (free.ok()) advice = say("{} bytes were free when it failed. {}", *free, advice);
  }
  remove_temporary();
  return make_error(ErrorCode::Io, target_.string(), say("{}: {}", trouble, system_reason(reason)), std::move(advice));
}

Status AtomicFile::write(std::span<const std::byte> bytes) {
  if (descriptor_ < 0)
    return make_error(ErrorCode::Io, target_.string(), say("the file was given up after an earlier error"));
  std::size_t done = 0;
  while (done < bytes.size()) {
    const std::size_t count = std::min<std::size_t>(bytes.size() - done, 1u << 30);
    const ssize_t wrote = ::write(descriptor_, bytes.data() + done, count);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0)
      return give_up(say("could not write {} bytes at byte {}", bytes.size() - done, written_),
                     wrote < 0 ? errno : EIO);
    done += static_cast<std::size_t>(wrote);
    written_ += wrote;
  }
  return {};
}

Status AtomicFile::write(std::string_view text) { return write(std::as_bytes(std::span(text))); }

Status AtomicFile::commit() {
  if (descriptor_ < 0)
    return make_error(ErrorCode::Io, target_.string(), say("the file was given up after an earlier error"));
  // The folder is opened before the rename: what can fail must fail while the target is untouched.
  const Descriptor folder(::open(folder_of(real_target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.open()) return give_up(say("could not open the folder"), errno);
  if (::fsync(descriptor_) != 0) return give_up(say("could not bring {} bytes to the disk", written_), errno);
  if (::close(std::exchange(descriptor_, -1)) != 0)
    return give_up(say("could not bring {} bytes to the disk", written_), errno);
  if (::rename(temporary_.c_str(), real_target_.c_str()) != 0)
    return give_up(say("could not give the finished file of {} bytes its name", written_), errno);
  temporary_.clear();
  if (::fsync(folder.get()) != 0 && !folder_sync_unsupported(errno))
    return make_error(ErrorCode::Io, target_.string(),
                      say("the {} bytes are written, but the folder could not be brought to the disk: {}", written_,
                          system_reason(errno)),
                      say("The file may be missing after a power failure"));
  return {};
}

Status write_file_atomically(const fs::path& target, std::string_view content) {
  LIFT_ASSIGN(AtomicFile file, AtomicFile::create(target));
  LIFT_RETURN_IF_ERROR(file.write(content));
  return file.commit();
}

Result<std::string> read_whole_file(const fs::path& path, std::size_t limit_bytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.open()) return system_error(path, say("could not open the file"), errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return system_error(path, say("could not read the file's size"), errno);
  if (S_ISDIR(status.st_mode)) return make_error(ErrorCode::Io, path.string(), say("expected a file, found a folder"));
  const auto too_long = [&](std::uint64_t size) {
    return make_error(ErrorCode::Io, path.string(),
                      say("expected at most {} bytes, found {} or more", limit_bytes, size));
  };
  const auto expected = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
  if (expected > limit_bytes) return too_long(expected);

  // The size is only a hint: files of /proc have none, and a file may grow meanwhile. One byte more finds the end.
  std::string content(static_cast<std::size_t>(expected) + 1, '\0');
  std::size_t size = 0;
  while (true) {
    const ssize_t count = ::read(file.get(), content.data() + size, content.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_error(path, say("could not read at byte {}", size), errno);
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
    if (size > limit_bytes) return too_long(size);
    if (size == content.size()) content.resize(content.size() + (64u << 10));
  }
  content.resize(size);
  return content;
}

}   // namespace lift
