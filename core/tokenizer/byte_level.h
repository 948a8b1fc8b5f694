#pragma once
// The alphabet of byte-level BPE files (GPT-2): every byte is written as one printable character. Bytes 33-126,
// 161-172 and 174-255 stand for themselves, the others for U+0100 upward in order. Tensor-free.
// Private to core/tokenizer.
#include <optional>
#include <string>
#include <string_view>

namespace lift {

// The bytes that a vocabulary entry writes; nothing when a character is not of the alphabet.
std::optional<std::string> bytes_from_byte_level(std::string_view piece);

}   // namespace lift
