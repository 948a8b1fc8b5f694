#pragma once
// UTF-8 decoding: where characters begin and end, and which bytes are invalid. Tensor-free.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lift {

struct Utf8Character {
  char32_t code = 0;         // U+FFFD for invalid bytes
  std::uint32_t bytes = 0;   // 0 only at the end of the text; 1 for an invalid byte
  bool valid = false;
};

// Decodes the character at byte offset `at`. Overlong forms, surrogates and codes above U+10FFFF are invalid.
Utf8Character utf8_at(std::string_view text, std::size_t at);

// Number of bytes before the first invalid one; text.size() when all are valid.
std::size_t valid_utf8_prefix(std::string_view text);

// Number of bytes (0 to 3) at the end that begin a character whose remaining bytes are missing.
std::size_t unfinished_utf8_suffix(std::string_view text);

void append_utf8(std::string& text, char32_t code);

// The text with every invalid byte replaced by U+FFFD.
std::string repair_utf8(std::string_view text);

}   // namespace lift
