#include "core/io/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>

#include "core/base/say.h"
#include "core/io/descriptor.h"
#include "core/io/system_error.h"

namespace lift {

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::filesystem::path& path) {
  return map(path, false);
}

Result<std::shared_ptr<const MappedFile>> MappedFile::open_copy_on_write(const std::filesystem::path& path) {
  return map(path, true);
}

Result<std::shared_ptr<const MappedFile>> MappedFile::map(const std::filesystem::path& path, bool writable) {
  // O_NONBLOCK: a named pipe without a writer must end in an error, not in waiting.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.open()) return system_error(path, say("could not open the file"), errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return system_error(path, say("could not read the file's size"), errno);
  if (S_ISDIR(status.st_mode)) return make_error(ErrorCode::Io, path.string(), say("expected a file, found a folder"));
  if (!S_ISREG(status.st_mode))
    return make_error(ErrorCode::Io, path.string(), say("expected a file, found a device or a pipe"));

  std::shared_ptr<MappedFile> mapped(new MappedFile);
  mapped->path_ = path;
  if (status.st_size == 0) return std::shared_ptr<const MappedFile>(std::move(mapped));
  const auto size = static_cast<std::size_t>(status.st_size);
  const int protection = writable ? PROT_READ | PROT_WRITE : PROT_READ;
  void* memory = ::mmap(nullptr, size, protection, MAP_PRIVATE, file.get(), 0);
  if (memory == MAP_FAILED) return system_error(path, say("could not map {} bytes into memory", size), errno);
  mapped->data_ = static_cast<const std::byte*>(memory);
  mapped->size_ = size;
  mapped->writable_ = writable;
  return std::shared_ptr<const MappedFile>(std::move(mapped));
}

std::shared_ptr<const MappedFile> MappedFile::from_memory(std::filesystem::path path,
                                                          std::span<const std::byte> bytes) {
  std::shared_ptr<MappedFile> mapped(new MappedFile);
  mapped->path_ = std::move(path);
  mapped->owned_.assign(bytes.begin(), bytes.end());
  mapped->data_ = mapped->owned_.data();
  mapped->size_ = mapped->owned_.size();
  return mapped;
}

MappedFile::~MappedFile() {
  if (owned_.empty() && size_ > 0) ::munmap(const_cast<std::byte*>(data_), size_);
}

}   // namespace lift
