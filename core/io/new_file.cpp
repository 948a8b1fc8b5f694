#include "core/io/new_file.h"

#include "core/base/say.h"

namespace lift {

Status check_new_file(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return {};
  return make_error(ErrorCode::InvalidArgument, file.string(), say("expected a new file, found one of this name"),
                    say("Choose another name; nothing is overwritten"));
}

}   // namespace lift
