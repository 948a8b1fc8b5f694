#pragma once
// The names of element types in safetensors headers. Used by this room's reader and writer.
// Private to core/io.
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/device.h"

namespace lift {

std::string_view safetensors_name(DType dtype);
std::optional<DType> dtype_from_safetensors(std::string_view name);
// Bits per element of a type that the format defines but no DType represents; std::nullopt: an unknown type.
std::optional<std::int64_t> foreign_bits(std::string_view name);

}   // namespace lift
