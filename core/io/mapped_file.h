#pragma once
// A file mapped into memory for reading. Used by all readers of large files. Tensor-free. Thread: any, after open.
// If another program shortens the file while it is mapped, the system ends this one (SIGBUS). Files that this program
// writes are therefore replaced by rename, never shortened (atomic_file.h).
#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "core/base/result.h"

namespace lift {

class MappedFile {
 public:
  // Errors: NotFound, Io (with the system's reason; also for a folder, pipe or device). An empty file gives an empty
  // span.
  static Result<std::shared_ptr<const MappedFile>> open(const std::filesystem::path& path);
  // The same with writable pages: a write changes this mapping only, never the file (copy on write).
  static Result<std::shared_ptr<const MappedFile>> open_copy_on_write(const std::filesystem::path& path);
  // A copy of bytes in memory under the name `path`, for tests, fuzzers and data that does not come from a file.
  static std::shared_ptr<const MappedFile> from_memory(std::filesystem::path path, std::span<const std::byte> bytes);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::span<const std::byte> bytes() const { return {data_, size_}; }
  bool writable() const { return writable_; }   // true: the pages may be written to

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
