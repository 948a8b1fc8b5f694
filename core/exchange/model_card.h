#pragma once
// A model card for what is exported: README.md as the Hub shows it, with what a delta's manifest knows. Used by
// session/. Tensor-free. Thread: any.
#include <filesystem>
#include <optional>
#include <string>

#include "core/checkpoint/manifest.h"

namespace lift {

// Markdown behind a YAML head (license, base_model, tags): base, share of changed weights, measures before and after,
// the recipe. Of the files that a recipe names only their names are in it, not their places. English, as cards are.
std::string model_card(const Manifest& manifest, const std::filesystem::path& base);

// What the base says of its licence: the head of its README.md, or general.license of a GGUF file; nothing if neither.
std::optional<std::string> license_of(const std::filesystem::path& base);
// "org/name" of a model in the Hub's cache (.../models--org--name/snapshots/...); nothing for another path.
std::optional<std::string> hub_name_of(const std::filesystem::path& base);

}   // namespace lift
