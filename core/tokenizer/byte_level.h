#pragma once
// The alphabet of byte-level BPE files (GPT-2), which writes each byte as one printable character: bytes 33-126,
// 161-172 and 174-255 as themselves, the others as U+0100 upward, in order. Tensor-free.
// Private to core/tokenizer.
#include <optional>
#include <string>
#include <string_view>

namespace lift {

// The bytes that a vocabulary entry stands for; std::nullopt if it has a character outside the alphabet.
std::optional<std::string> bytes_from_byte_level(std::string_view piece);

}   // namespace lift
