#pragma once
// Names under which other programs on this machine will know an exported model. Private to core/exchange.
#include <string>

#include "core/base/result.h"

namespace lift {

// Errors: InvalidArgument, for what is not 1 to 80 letters of ASCII, digits, '.', '_' or '-' with a letter or digit in
// front.
Status check_model_name(const std::string& name);

}   // namespace lift
