#include "core/data/stored_array.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "core/base/say.h"
#include "core/io/descriptor.h"
#include "core/io/release_pages.h"
#include "core/io/system_error.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kWrittenAtOnce = 1u << 20;   // bytes

}   // namespace

struct StoredBytes::File {
  fs::path path;
  Descriptor descriptor;
  int reason = 0;   // errno of what went wrong first
};

StoredBytes::StoredBytes() = default;
StoredBytes::StoredBytes(StoredBytes&&) noexcept = default;
StoredBytes& StoredBytes::operator=(StoredBytes&&) noexcept = default;
StoredBytes::~StoredBytes() = default;

StoredBytes StoredBytes::in_file(const fs::path& path) {
  StoredBytes made;
  made.file_ = std::make_unique<File>(
      File{path, Descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)), 0});
  made.failed_ = !made.file_->descriptor.open();
  if (made.failed_) made.file_->reason = errno;
  return made;
}

Result<StoredBytes> StoredBytes::open(const fs::path& path, std::uint64_t size) {
  StoredBytes opened;
  LIFT_ASSIGN(opened.mapped_, MappedFile::open(path));
  opened.data_ = opened.mapped_->bytes().data();
  opened.size_ = opened.mapped_->bytes().size();
  if (opened.size_ == size) return opened;
  return make_error(ErrorCode::Mismatch, path.string(), say("expected {} bytes, found {}", size, opened.size_));
}

void StoredBytes::append(std::span<const std::byte> bytes) {
  LIFT_CHECK(!mapped_, "values behind a finished array");
  bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
  size_ += bytes.size();
  if (!file_) data_ = bytes_.data();
  else if (bytes_.size() >= kWrittenAtOnce) flush();
}

void StoredBytes::flush() {
  for (std::size_t done = 0; done < bytes_.size() && !failed_;) {
    const ssize_t written = ::write(file_->descriptor.get(), bytes_.data() + done, bytes_.size() - done);
    if (written > 0) done += static_cast<std::size_t>(written);
    if (written > 0 || errno == EINTR) continue;
    file_->reason = errno;
    failed_ = true;
  }
  bytes_.clear();
}

Status StoredBytes::finish() {
  if (!file_) return {};
  flush();
  const std::unique_ptr<File> file = std::move(file_);
  std::exchange(bytes_, {});
  if (failed_) {
    Error error = system_error(file->path, say("could not write {} bytes of tokens", size_), file->reason);
    error.context = say("Make room on that disk, or name a folder on another one as XDG_CACHE_HOME");
    return error;
  }
  LIFT_ASSIGN(mapped_, MappedFile::open(file->path));
  LIFT_CHECK(mapped_->bytes().size() == size_, file->path.string());
  data_ = mapped_->bytes().data();
  return {};
}

void StoredBytes::release() const {
  if (mapped_) release_pages(mapped_->bytes());
}

}   // namespace lift
