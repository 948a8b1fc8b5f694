#pragma once
// Files that are to be made, never replaced. Tensor-free. Thread: any.
#include <filesystem>

#include "core/base/result.h"

namespace lift {

// Errors: InvalidArgument when there is something of this name.
Status check_new_file(const std::filesystem::path& file);

}   // namespace lift
