#include "core/io/quote_name.h"

#include <fmt/format.h>

namespace lift {

namespace {

// Bytes of the UTF-8 character at the start of `text`; 0 when there is none.
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  std::size_t length = first < 0x80                    ? 1
                       : first >= 0xC2 && first < 0xE0 ? 2
                       : (first & 0xF0) == 0xE0        ? 3
                       : first >= 0xF0 && first < 0xF5 ? 4
                                                       : 0;
  if (length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  if (first == 0xE0 && byte(1) < 0xA0) return 0;
  if (first == 0xED && byte(1) >= 0xA0) return 0;
  if (first == 0xF0 && byte(1) < 0x90) return 0;
  if (first == 0xF4 && byte(1) >= 0x90) return 0;
  return length;
}

}   // namespace

std::string quote_name(std::string_view text, std::size_t limit_bytes) {
  std::string result = "\"";
  while (!text.empty()) {
    if (result.size() > limit_bytes) return result + "...\"";
    const std::size_t length = character_length(text);
    const auto first = static_cast<unsigned char>(text.front());
    if (length == 0 || first < 0x20 || first == 0x7F) {
      result += fmt::format("\\x{:02x}", first);
      text.remove_prefix(1);
    } else {
      if (first == '"' || first == '\\') result += '\\';
      result += text.substr(0, length);
      text.remove_prefix(length);
    }
  }
  return result + '"';
}

}   // namespace lift
