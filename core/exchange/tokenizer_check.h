#pragma once
// Whether an exported tokenizer gives the ids of the one it was made from. The exported folder is read by the rules of
// stock transformers, so that equal ids here are equal ids there. Used by hf_folder_export. Tensor-free.
// Private to core/exchange.
#include <filesystem>
#include <optional>

#include "core/base/result.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

// A sentence with the first text that has other ids; nothing when all texts of a fixed list, each of the tokenizer's
// special tokens among them, have the same.
Result<std::optional<Sentence>> difference_of_tokenizers(const Tokenizer& origin,
                                                         const std::filesystem::path& exported);

}   // namespace lift
