#pragma once
// An advisory lock on a folder, so that two programs can't write the same run. The object's destructor releases it; the
// operating system does when the program ends in any way. The file "lock" stays, and means nothing unless it is locked.
// Used by session/. Tensor-free. Thread: one thread at a time per object.
#include <filesystem>
#include <string_view>

#include "core/base/result.h"
#include "core/io/descriptor.h"

namespace lift {

class FileLock {
 public:
  static constexpr std::string_view file_name = "lock";

  // Returns at once. Errors: Io with the folder and the holder's process id when it is locked; NotFound when the folder
  // does not exist; Io with the system's reason otherwise.
  static Result<FileLock> acquire(const std::filesystem::path& folder);

  // Whether any program, this one included, holds the lock. Takes it shared for a moment: acquire() may fail meanwhile.
  static bool held(const std::filesystem::path& folder);

 private:
  explicit FileLock(Descriptor file) : file_(std::move(file)) {}
  Descriptor file_;
};

}   // namespace lift
