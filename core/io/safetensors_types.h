#pragma once
// The names of element types in a safetensors header. Used by the reader and the writer of this room.
// Private to core/io.
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/device.h"

namespace lift {

std::string_view safetensors_name(DType dtype);
std::optional<DType> dtype_from_safetensors(std::string_view name);
// Bits of an element of a type that the format has and no DType stands for; nothing: not known either.
std::optional<std::int64_t> foreign_bits(std::string_view name);

}   // namespace lift
