#pragma once
// Makes a name from an untrusted file safe for an error message: quotes it, escapes control characters and invalid
// UTF-8, and cuts it after about `limit_bytes`. Used by every reader. Tensor-free.
#include <string>
#include <string_view>

namespace lift {

std::string quote_name(std::string_view text, std::size_t limit_bytes = 120);

}   // namespace lift
