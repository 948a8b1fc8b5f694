#pragma once
// A model folder's tokenizer and chat templates as keys of a GGUF file (tokenizer.ggml.*; ggml docs/gguf.md), with
// which llama.cpp gives the same ids. Used by exchange/. Tensor-free. Thread: any.
#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/result.h"
#include "core/io/gguf_writer.h"

namespace lift {

struct GgufTokenizerKeys {
  std::vector<GgufOutKey> keys;
  std::vector<Sentence> notices;   // what llama.cpp does not do, or has no key for
};

// `vocabulary_size`: rows of the model's embedding; ids without a token are filled up. Errors: those of
// load_tokenizer; Unsupported: a unigram model, bytes that no token stands for, a pattern of words that llama.cpp has
// no name for, or a token without a row.
Result<GgufTokenizerKeys> gguf_tokenizer_from_folder(const std::filesystem::path& folder, std::int64_t vocabulary_size);

}   // namespace lift
