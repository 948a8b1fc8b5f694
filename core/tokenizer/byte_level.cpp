#include "core/tokenizer/byte_level.h"

#include <array>

#include "core/base/utf8.h"

namespace lift {

namespace {

constexpr bool stands_for_itself(int byte) {
  return (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
}

struct Alphabet {
  std::array<std::string, 256> characters;
  std::array<int, 0x180> bytes;   // by code; -1: not of the alphabet
};

Alphabet make_alphabet() {
  Alphabet alphabet;
  alphabet.bytes.fill(-1);
  char32_t next = 0x100;
  for (int byte = 0; byte < 256; ++byte) {
    const char32_t code = stands_for_itself(byte) ? static_cast<char32_t>(byte) : next++;
    append_utf8(alphabet.characters[static_cast<std::size_t>(byte)], code);
    alphabet.bytes[code] = byte;
  }
  return alphabet;
}

const Alphabet& alphabet() {
  static const Alphabet made = make_alphabet();
  return made;
}

}   // namespace

std::optional<std::string> bytes_from_byte_level(std::string_view piece) {
  const auto& bytes_by_code = alphabet().bytes;
  std::string bytes;
  bytes.reserve(piece.size());
  for (std::size_t at = 0; at < piece.size();) {
    const Utf8Character character = utf8_at(piece, at);
    if (!character.valid || character.code >= bytes_by_code.size() || bytes_by_code[character.code] < 0)
      return std::nullopt;
    bytes += static_cast<char>(bytes_by_code[character.code]);
    at += character.bytes;
  }
  return bytes;
}

}   // namespace lift
