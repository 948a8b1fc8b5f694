#pragma once
// The tokenizer inside a GGUF file as the files of a Hugging Face folder: tokenizer.json, and tokenizer_config.json
// with the chat template. Used by hf_folder_export.
// Tensor-free. Private to core/exchange.
#include <filesystem>

#include "core/base/result.h"
#include "core/io/gguf_reader.h"

namespace lift {

// Writes into `folder`, which exists. Errors: Unsupported (a vocabulary of another kind, an unknown pre-tokeniser),
// Malformed, naming file and key; Io.
Status write_tokenizer_files(const GgufReader& origin, const std::filesystem::path& folder);

}   // namespace lift
