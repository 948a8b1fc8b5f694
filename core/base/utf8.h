#pragma once
// Where UTF-8 characters begin and end, and which bytes are none. Used by this room and by data/. Tensor-free.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lift {

struct Utf8Character {
  char32_t code = 0;         // U+FFFD for bytes that are not UTF-8
  std::uint32_t bytes = 0;   // 0 only at the end of the text; a broken byte counts 1
  bool valid = false;
};

// The character that begins at `at`. Overlong forms, surrogates and codes above U+10FFFF are broken.
Utf8Character utf8_at(std::string_view text, std::size_t at);

// Bytes up to the first broken one; text.size() when all is well.
std::size_t valid_utf8_prefix(std::string_view text);

// How many bytes at the end begin a character that the text does not finish (0 to 3).
std::size_t unfinished_utf8_suffix(std::string_view text);

void append_utf8(std::string& text, char32_t code);

// Every broken byte becomes U+FFFD.
std::string repair_utf8(std::string_view text);

}   // namespace lift
