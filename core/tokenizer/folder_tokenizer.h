#pragma once
// The tokenizer of a Hugging Face folder, with the same ids as transformers 5.24. Used by load_tokenizer. Tensor-free.
// Private to core/tokenizer.
#include <filesystem>
#include <memory>

#include "core/base/result.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

// From tokenizer.json if it exists, else tokenizer.model. Errors: NotFound (neither), and those of reading the files.
Result<std::unique_ptr<Tokenizer>> tokenizer_from_folder(const std::filesystem::path& folder);

}   // namespace lift
