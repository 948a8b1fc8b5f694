#pragma once
// Names out of foreign files, made fit for an error sentence: quoted, control characters and broken UTF-8
// escaped, long ones cut. Used by every reader. Tensor-free.
#include <string>
#include <string_view>

namespace lift {

std::string quote_name(std::string_view text, std::size_t limit_bytes = 120);

}   // namespace lift
