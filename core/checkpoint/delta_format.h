#pragma once
// Names inside a delta file, shared by delta_file (reads and writes it) and delta_info (reads the header).
// Private to core/checkpoint.
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/checkpoint/manifest.h"
#include "core/io/safetensors_reader.h"
#include "core/model/matrix_id.h"

namespace lift {

inline constexpr const char* kDeltaFormat = "lift-delta";   // metadata "format"
inline constexpr const char* kManifestKey = "manifest";
inline constexpr const char* kLowRankScaleKey = "low_rank_scale";   // metadata, only of deltas with factors
inline constexpr std::string_view kFactorASuffix = ".lora_A", kFactorBSuffix = ".lora_B";
inline constexpr std::string_view kIndicesSuffix = ".indices", kValuesSuffix = ".values";
inline constexpr std::string_view kWholeSuffix = ".whole";

// The matrix of a tensor name such as "model.layers.3.mlp.up_proj.weight"; nullopt: not a projection's tensor.
std::optional<MatrixId> matrix_of_name(std::string_view name);

// The manifest in the metadata. Errors: Malformed (not a delta, or a broken manifest), Unsupported.
Result<Manifest> manifest_of(const SafetensorsReader& reader);

}   // namespace lift
