#pragma once
// Names inside a delta file, shared by delta_file (everything) and delta_info (the header alone).
// Private to core/checkpoint.
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/checkpoint/manifest.h"
#include "core/io/safetensors_reader.h"

namespace lift {

inline constexpr const char* kDeltaFormat = "lift-delta";   // metadata "format"
inline constexpr const char* kManifestKey = "manifest";
inline constexpr std::string_view kIndicesSuffix = ".indices", kValuesSuffix = ".values";

// Errors: Malformed (not a delta at all, or a broken manifest), Unsupported.
Result<Manifest> manifest_of(const SafetensorsReader& reader);

}   // namespace lift
