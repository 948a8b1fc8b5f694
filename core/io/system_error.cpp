#include "core/io/system_error.h"

#include <cerrno>
#include <system_error>

namespace lift {

std::string system_reason(int number) { return std::generic_category().message(number); }

Error system_error(const std::filesystem::path& path, const std::string& doing, int number,
                   std::source_location where) {
  const bool missing = number == ENOENT || number == ENOTDIR;
  return make_error(missing ? ErrorCode::NotFound : ErrorCode::Io, path.string(),
                    "could not " + doing + ": " + system_reason(number), {}, where);
}

}  // namespace lift
