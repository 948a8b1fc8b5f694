#include "core/hub/part_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "core/base/say.h"
#include "core/io/system_error.h"

namespace lift {

namespace {

constexpr std::size_t kBlock = 1 << 20;

}   // namespace

Status PartFile::open(const std::filesystem::path& path, const TaskContext& task, std::int64_t done_before,
                      std::int64_t total) {
  path_ = path;
  descriptor_ = Descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (!descriptor_.open()) return system_error(path, say("could not open the file"), errno);
  std::vector<std::byte> block(kBlock);
  for (;;) {
    const ssize_t count = ::read(descriptor_.get(), block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_error(path, say("could not read the part of an earlier download"), errno);
    if (count == 0) break;
    size_ += count;
    if (size_ > file_.bytes) return empty();
    digest_.add(std::span(block).first(static_cast<std::size_t>(count)));
    task.report(say("checking what is there of {}", file_.path), done_before + size_, total);
    if (task.stop_requested()) return make_error(ErrorCode::Cancelled, file_.path, say("stopped while it was checked"));
  }
  return {};
}

Status PartFile::append(std::span<const std::byte> bytes) {
  if (size_ + static_cast<std::int64_t>(bytes.size()) > file_.bytes)
    return make_error(ErrorCode::Mismatch, file_.path,
                      say("expected {} bytes, as the hub's list says, found more", file_.bytes),
                      say("Get it again; if that does not help, the host keeps another file than its list says"));
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor_.get(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      const int reason = errno;
      const bool full = reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
      Error error = system_error(path_, say("could not write byte {} of {}", size_, file_.bytes), reason);
      if (full) error.context = say("The disk is full. Free some space and get it again: what has come is kept");
      return error;
    }
    digest_.add(bytes.first(static_cast<std::size_t>(count)));
    size_ += count;
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
  return {};
}

Status PartFile::empty() {
  if (::ftruncate(descriptor_.get(), 0) != 0 || ::lseek(descriptor_.get(), 0, SEEK_SET) != 0)
    return system_error(path_, say("could not empty the file"), errno);
  size_ = 0;
  digest_.restart();
  return {};
}

Status PartFile::become(const std::filesystem::path& blob) {
  if (::fdatasync(descriptor_.get()) != 0) return system_error(path_, say("could not write the file"), errno);
  if (::rename(path_.c_str(), blob.c_str()) != 0)
    return system_error(blob, say("could not give the downloaded file its name"), errno);
  return {};
}

void PartFile::remove() { ::unlink(path_.c_str()); }

}   // namespace lift
