#include "core/data/scratch_file.h"

#include <fcntl.h>
#include <stdlib.h>

#include <cerrno>
#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/io/system_error.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

// The cache lies on a disk; the folder for temporary files is memory on many systems.
fs::path scratch_folder() {
  const char* cache = std::getenv("XDG_CACHE_HOME");
  const char* home = std::getenv("HOME");
  std::error_code failure;
  if ((cache && *cache) || (home && *home)) {
    const fs::path folder =
        (cache && *cache ? fs::path(cache) : fs::path(home) / ".cache") / "lift-studio" / "unpacked";
    fs::create_directories(folder, failure);
    if (!failure) return folder;
  }
  return fs::temp_directory_path(failure);
}

}   // namespace

Result<ScratchFile> ScratchFile::create() {
  const fs::path folder = scratch_folder();
  std::string name = (folder / "rows-XXXXXX").string();
  int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) {   // a home that cannot be written to
    std::error_code failure;
    name = (fs::temp_directory_path(failure) / "lift-rows-XXXXXX").string();
    descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  }
  if (descriptor < 0) return system_error(name, say("could not make a file to unpack into"), errno);
  ScratchFile made;
  made.path_ = name;
  made.file_.reset(::fdopen(descriptor, "wb"));
  std::error_code ignored;
  fs::remove(name, ignored);   // at once: however this program ends, nothing of it is left behind
  return made;
}

Status ScratchFile::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size()) return {};
  return system_error(path_, say("could not write {} bytes", bytes.size()), errno);
}

Result<std::shared_ptr<const MappedFile>> ScratchFile::map() && {
  const bool flushed = std::fflush(file_.get()) == 0;
  const int reason = errno;
  if (!flushed) return system_error(path_, say("could not write the unpacked rows"), reason);
  return MappedFile::open(fmt::format("/proc/self/fd/{}", ::fileno(file_.get())));   // the mapping keeps the bytes
}

}   // namespace lift
