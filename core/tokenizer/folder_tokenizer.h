#pragma once
// The tokenizer of a Hugging Face folder, with the same ids as transformers 5.24. Used by load_tokenizer and
// gguf_tokenizer_keys. Tensor-free.
// Private to core/tokenizer.
#include <filesystem>
#include <memory>

#include "core/base/result.h"
#include "core/tokenizer/tokenizer.h"
#include "core/tokenizer/tokenizer_rules.h"

namespace lift {

// From tokenizer.json if it exists, else tokenizer.model. Errors: NotFound (neither), and those of reading the files.
Result<TokenizerRules> rules_from_folder(const std::filesystem::path& folder);
Result<std::unique_ptr<Tokenizer>> tokenizer_from_folder(const std::filesystem::path& folder);

}   // namespace lift
