#pragma once
// The element types of GGUF files: which are supported, and their names. Used by the GGUF reader.
// Private to core/io.
#include <cstdint>
#include <optional>
#include <string>

#include "core/io/gguf_reader.h"

namespace lift {

std::optional<GgmlType> ggml_type(std::uint32_t number);   // std::nullopt: not supported
Sentence describe_ggml_type(std::uint32_t number);         // "IQ4_XS", "type number 77"

}   // namespace lift
