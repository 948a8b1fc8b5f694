#pragma once
// Folders in the user's cache, and one that is gone with its user however that ends. Used by scratch_file,
// sft_dataset and exchange/. Tensor-free. Thread: one at a time per object.
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/io/file_lock.h"

namespace lift {

// XDG_CACHE_HOME/lift-studio/NAME or ~/.cache/lift-studio/NAME, made where it is not there; a folder of the user's own
// among the temporary files without a home or one that cannot be written to. The cache lies on a disk, temporary files
// often in memory.
std::filesystem::path cache_folder(const std::string& name);

// A new folder under `parent`. Its destructor removes it with all that is in it; what a killed program left there is
// removed by the next one to make such a folder.
class TemporaryRows {
 public:
  // Errors: Io, with the system's reason.
  static Result<TemporaryRows> create(const std::filesystem::path& parent);
  TemporaryRows(TemporaryRows&& other) noexcept;
  TemporaryRows& operator=(TemporaryRows&&) = delete;
  ~TemporaryRows();
  const std::filesystem::path& path() const { return path_; }
  // Gives the folder the name `target` for good. false: it could not, there is one already, for example.
  bool become(const std::filesystem::path& target);

 private:
  TemporaryRows() = default;
  std::filesystem::path path_;   // empty: moved from
  std::optional<FileLock> lock_;
};

}   // namespace lift
