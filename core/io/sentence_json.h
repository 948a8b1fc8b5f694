#pragma once
// A Sentence in a file, in parts beside its English: what was written by a window of one language is told in another's.
// ["expected {}, found {}", "a.gguf", ["a list of {}", "4"]] is a pattern ("" where there is none) and its values, each
// of them text that stays as it is or again such a list. Used by what writes and reads a run's folder. Tensor-free.
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/base/sentence.h"

namespace lift {

// Nothing where no part of it has a translation, or it is larger than what is read back.
std::optional<nlohmann::json> parts_of(const Sentence& sentence);

// The sentence of `parts` where that says `text`, else `text` verbatim: older files have no parts (nullptr), and
// foreign ones may hold anything there.
Sentence sentence_of_parts(const nlohmann::json* parts, std::string text);

}   // namespace lift
