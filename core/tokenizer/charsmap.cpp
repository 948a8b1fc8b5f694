#include "core/tokenizer/charsmap.h"

#include <cstring>

#include "core/base/say.h"

namespace lift {

namespace {

std::optional<std::string> decode_base64(std::string_view text) {
  while (text.ends_with('=')) text.remove_suffix(1);
  std::string bytes;
  std::uint32_t bits = 0;
  int held = 0;
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (const char symbol : text) {
    const std::size_t value = alphabet.find(symbol);
    if (value == std::string_view::npos) return std::nullopt;
    bits = (bits << 6) | static_cast<std::uint32_t>(value);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>((bits >> held) & 0xFF);
  }
  return bytes;
}

// The parts of a unit of the double array (darts-clone).
bool has_leaf(std::uint32_t unit) { return (unit >> 8) & 1; }
std::uint32_t value_of(std::uint32_t unit) { return unit & 0x7FFFFFFFu; }
std::uint32_t label_of(std::uint32_t unit) { return unit & 0x800000FFu; }
std::uint32_t offset_of(std::uint32_t unit) { return (unit >> 10) << ((unit & (1u << 9)) >> 6); }

}   // namespace

Result<Charsmap> Charsmap::read(std::string_view bytes, const std::string& subject) {
  std::uint32_t size = 0;
  const auto broken = [&] {
    return make_error(ErrorCode::Malformed, subject,
                      say("entry \"{}\": expected SentencePiece's compiled normalisation, found {} bytes that are none",
                          "precompiled_charsmap", bytes.size()));
  };
  if (bytes.size() < sizeof size) return broken();
  std::memcpy(&size, bytes.data(), sizeof size);
  if (size % 4 != 0 || size == 0 || size > bytes.size() - sizeof size) return broken();
  Charsmap map;
  map.bytes_ = bytes;
  map.units_.resize(size / 4);
  std::memcpy(map.units_.data(), bytes.data() + sizeof size, size);
  map.replacements_ = bytes.substr(sizeof size + size);
  if (!map.replacements_.ends_with('\0')) map.replacements_ += '\0';
  return map;
}

Result<Charsmap> Charsmap::read_base64(std::string_view text, const std::string& subject) {
  const auto bytes = decode_base64(text);
  if (bytes) return read(*bytes, subject);
  return make_error(ErrorCode::Malformed, subject,
                    say("entry \"{}\": expected base64, found other characters", "precompiled_charsmap"));
}

std::optional<std::string_view> Charsmap::replacement(std::string_view text) const {
  std::size_t at = offset_of(units_[0]);
  for (const char byte : text) {
    const auto label = static_cast<std::uint32_t>(static_cast<unsigned char>(byte));
    at ^= label;
    if (label == 0 || at >= units_.size() || label_of(units_[at]) != label) return std::nullopt;
    const std::uint32_t unit = units_[at];
    at ^= offset_of(unit);
    if (at >= units_.size()) return std::nullopt;
    if (!has_leaf(unit)) continue;
    const std::size_t begin = value_of(units_[at]);
    if (begin >= replacements_.size()) return std::nullopt;
    return std::string_view(replacements_.c_str() + begin);
  }
  return std::nullopt;
}

}   // namespace lift
