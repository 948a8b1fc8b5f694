#pragma once
// Stores a Sentence in JSON beside its English text, so that a window in another language can translate it later.
// ["expected {}, found {}", "a.gguf", ["a list of {}", "4"]]: the pattern ("" for none), then its values, each of them
// fixed text or such a list. Used by the readers and writers of a run's folder. Tensor-free.
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/base/sentence.h"

namespace lift {

// std::nullopt when no part is translatable, or when the result would exceed the limits of sentence_of_parts.
std::optional<nlohmann::json> parts_of(const Sentence& sentence);

// The sentence in `parts` if its English equals `text`; otherwise `text` verbatim, since older files have no parts
// (nullptr) and other programs' files may hold anything.
Sentence sentence_of_parts(const nlohmann::json* parts, std::string text);

}   // namespace lift
