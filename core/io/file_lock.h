#pragma once
// An advisory lock on a folder: two programs cannot write the same run. It ends with the object, and with the
// program however that ends. Used by session/. Tensor-free. Thread: any, one at a time per object.
// The lock file stays behind, empty of meaning: only a locked one counts.
#include <filesystem>
#include <string_view>

#include "core/base/result.h"
#include "core/io/descriptor.h"

namespace lift {

class FileLock {
 public:
  static constexpr std::string_view file_name = "lock";

  // Never waits. Errors: Io naming the folder and the holder's process id when it is taken; NotFound without the
  // folder; Io with the system's reason.
  static Result<FileLock> acquire(const std::filesystem::path& folder);

  // Whether some program (this one too) holds it now. Takes it shared for an instant: acquire() may be refused then.
  static bool held(const std::filesystem::path& folder);

 private:
  explicit FileLock(Descriptor file) : file_(std::move(file)) {}
  Descriptor file_;
};

}   // namespace lift
