#include "core/data/scratch_file.h"

#include <fcntl.h>
#include <stdlib.h>

#include <cerrno>
#include <string>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/data/cache_folder.h"
#include "core/io/system_error.h"

namespace lift {

namespace fs = std::filesystem;

Result<ScratchFile> ScratchFile::create() {
  std::string name = (cache_folder("unpacked") / "rows-XXXXXX").string();
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
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
