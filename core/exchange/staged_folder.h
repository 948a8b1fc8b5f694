#pragma once
// A folder that exists under its name only when everything in it is written. Private to core/exchange.
#include <filesystem>
#include <string_view>

#include "core/base/result.h"

namespace lift {

class StagedFolder {
 public:
  // Errors: InvalidArgument (the target is a folder with files, or a file), Io.
  static Result<StagedFolder> beside(const std::filesystem::path& target);
  StagedFolder(StagedFolder&& other) noexcept;
  StagedFolder& operator=(StagedFolder&&) = delete;
  ~StagedFolder();   // without commit(): nothing was written

  std::filesystem::path operator/(std::string_view name) const { return staged_ / name; }
  const std::filesystem::path& path() const { return staged_; }
  std::int64_t bytes() const;   // of all files in it
  Status commit();

 private:
  StagedFolder() = default;
  std::filesystem::path target_, staged_;
};

}   // namespace lift
