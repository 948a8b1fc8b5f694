#include "core/io/system_error.h"

#include <cerrno>
#include <system_error>

#include "core/base/say.h"

namespace lift {

std::string system_reason(int number) { return std::generic_category().message(number); }

Error system_error(const std::filesystem::path& path, const Sentence& trouble, int number, std::source_location where) {
  const bool missing = number == ENOENT || number == ENOTDIR;
  return make_error(missing ? ErrorCode::NotFound : ErrorCode::Io, path.string(),
                    say("{}: {}", trouble, system_reason(number)), {}, where);
}

}   // namespace lift
