#pragma once
// A file as read-only memory. Used by every reader of large files. Tensor-free. Thread: any, after open.
// Whoever shortens the file while it is mapped makes the system end this program (SIGBUS): files of ours are
// replaced by rename, never shortened (atomic_file.h).
#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "core/base/result.h"

namespace lift {

class MappedFile {
 public:
  // Errors: NotFound, Io (with the system's reason; a folder, pipe or device is refused). An empty file maps to an
  // empty span.
  static Result<std::shared_ptr<const MappedFile>> open(const std::filesystem::path& path);
  // The same bytes in pages that may be written: a write changes this mapping alone, never the file (copy on write).
  static Result<std::shared_ptr<const MappedFile>> open_copy_on_write(const std::filesystem::path& path);
  // Bytes already in memory under the name `path`, for tests, fuzzers and whatever is not a file.
  static std::shared_ptr<const MappedFile> from_memory(std::filesystem::path path, std::span<const std::byte> bytes);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::span<const std::byte> bytes() const { return {data_, size_}; }
  bool writable() const { return writable_; }   // a pointer into bytes() may be written through

 private:
  MappedFile() = default;
  static Result<std::shared_ptr<const MappedFile>> map(const std::filesystem::path& path, bool writable);
  std::filesystem::path path_;
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
  bool writable_ = false;
  std::vector<std::byte> owned_;   // from_memory only; data_ points into it
};

}   // namespace lift
