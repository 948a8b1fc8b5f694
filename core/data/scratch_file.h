#pragma once
// A file without a name in the user's cache: written once, mapped, gone with its last user. Used by plain_text.
// Tensor-free. Private to core/data.
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

#include "core/base/result.h"
#include "core/io/mapped_file.h"

namespace lift {

class ScratchFile {
 public:
  // Errors: Io, with the system's reason.
  static Result<ScratchFile> create();
  Status write(std::string_view bytes);
  // What was written, in memory pages of the file. Once.
  Result<std::shared_ptr<const MappedFile>> map() &&;

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::filesystem::path path_;
  std::unique_ptr<std::FILE, Close> file_;
};

}   // namespace lift
