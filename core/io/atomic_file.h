#pragma once
// A file that is either wholly there or not at all: written under a temporary name beside the target, synced,
// renamed, its folder synced. Used by everything that writes. On any error the target is untouched and the
// temporary is removed. Errors: Io, naming the path, the bytes wanted and the system's reason (full disk too).
#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

#include "core/base/result.h"

namespace lift {

class AtomicFile {
 public:
  static Result<AtomicFile> create(const std::filesystem::path& target);
  AtomicFile(AtomicFile&&) noexcept;
  AtomicFile& operator=(AtomicFile&&) noexcept;
  ~AtomicFile();  // without commit(): nothing was written

  Status write(std::span<const std::byte> bytes);
  Status write(std::string_view text);
  Status commit();  // once; the file appears under its name

 private:
  AtomicFile() = default;
  std::filesystem::path target_, temporary_;
  int descriptor_ = -1;
};

Status write_file_atomically(const std::filesystem::path& target, std::string_view content);
Result<std::string> read_whole_file(const std::filesystem::path& path, std::size_t limit_bytes);

}  // namespace lift
