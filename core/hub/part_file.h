#pragma once
// A download's part on disk, DIGEST.incomplete, and the checksum of what is in it. Private to core/hub. Tensor-free.
#include <cstddef>
#include <filesystem>
#include <span>

#include "core/base/progress.h"
#include "core/hub/content_digest.h"
#include "core/hub/repository.h"
#include "core/io/descriptor.h"

namespace lift {

class PartFile {
 public:
  // What an earlier download left is read for the checksum, which is told as progress. A part longer than the file is
  // emptied. Errors: Io; Cancelled.
  Status open(const std::filesystem::path& path, const TaskContext& task, std::int64_t done_before, std::int64_t total);
  explicit PartFile(const HubFile& file) : file_(file), digest_(file.digest, file.bytes) {}

  std::int64_t size() const { return size_; }
  bool complete() const { return size_ == file_.bytes; }
  // Errors: Io with the system's reason, such as a full disk; Mismatch beyond the file's length.
  Status append(std::span<const std::byte> bytes);
  Status empty();
  // The checksum of what is there; call once, at the end or before empty().
  bool has_right_content() { return digest_.finish() == file_.digest; }
  // Gives the content its name. Errors: Io.
  Status become(const std::filesystem::path& blob);
  void remove();

 private:
  const HubFile& file_;
  std::filesystem::path path_;
  Descriptor descriptor_;
  ContentDigest digest_;
  std::int64_t size_ = 0;
};

}   // namespace lift
