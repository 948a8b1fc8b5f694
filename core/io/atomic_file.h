#pragma once
// A file that is either wholly there or not at all: written under a temporary name beside the target, synced,
// renamed, its folder synced. Used by everything that writes. On any error the target is untouched and the
// temporary is removed. Errors: Io, naming the path, the bytes wanted and the system's reason (full disk too).
// A target that is a symbolic link stays one: the file behind it is replaced. An existing file's mode is kept.
// Thread: one at a time per object.
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
  ~AtomicFile();   // without commit(): nothing was written

  Status write(std::span<const std::byte> bytes);
  Status write(std::string_view text);
  Status commit();   // once; the file appears under its name

 private:
  AtomicFile() = default;
  Error give_up(const Sentence& trouble, int reason);   // removes the temporary
  void remove_temporary() noexcept;

  std::filesystem::path target_, real_target_, temporary_;   // real_target_: symbolic links followed
  std::int64_t written_ = 0;
  int descriptor_ = -1;   // -1: committed, moved from or given up
};

Status write_file_atomically(const std::filesystem::path& target, std::string_view content);
// The file's bytes; Io when it is longer than the limit, NotFound when it is not there.
Result<std::string> read_whole_file(const std::filesystem::path& path, std::size_t limit_bytes);

}   // namespace lift
