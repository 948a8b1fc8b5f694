#pragma once
// The element types of GGUF files: which we read, how they are called. Used by the reader of this room.
// Private to core/io.
#include <cstdint>
#include <optional>
#include <string>

#include "core/io/gguf_reader.h"

namespace lift {

std::optional<GgmlType> ggml_type(std::uint32_t number);   // nothing: not one of ours
Sentence describe_ggml_type(std::uint32_t number);         // "IQ4_XS", "type number 77"

}   // namespace lift
