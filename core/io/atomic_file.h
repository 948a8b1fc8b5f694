#pragma once
// Writes a file completely or not at all: into a temporary file in the target's folder, which is then synced and
// renamed; the folder is synced last. All writers use it. On an error the target is unchanged and the temporary file
// removed; only a failed sync of the folder comes after the rename, and its message says so. Errors: Io with path, byte
// count and the system's reason. A symbolic link is followed and its file replaced; an existing file's mode is kept.
// Thread: one thread at a time per object.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace lift {

class AtomicFile {
 public:
  static Result<AtomicFile> create(const std::filesystem::path& target);
  AtomicFile(AtomicFile&&) noexcept;
  ~AtomicFile();   // without commit(): the temporary file is removed, the target unchanged

  Status write(std::span<const std::byte> bytes);
  Status write(std::string_view text);
  Status commit();   // call once; the file appears under its name

 private:
  AtomicFile() = default;
  Error give_up(const Sentence& trouble, int reason);   // removes the temporary file
  void remove_temporary() noexcept;

  std::filesystem::path target_, real_target_, temporary_;   // real_target_: with symbolic links resolved
  std::int64_t written_ = 0;
  int descriptor_ = -1;   // -1: committed, moved from or abandoned after an error
};

Status write_file_atomically(const std::filesystem::path& target, std::string_view content);
// All bytes of the file. Errors: NotFound; Io when it is a folder, longer than the limit or can't be read.
Result<std::string> read_whole_file(const std::filesystem::path& path, std::size_t limit_bytes);

}   // namespace lift
