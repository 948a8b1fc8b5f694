#pragma once
// The tokenizer in a GGUF file (keys tokenizer.ggml.*; ggml docs/gguf.md), with the same ids as llama.cpp.
// Used by load_tokenizer and tokenizer_json. Tensor-free. Private to core/tokenizer.
#include <memory>

#include "core/base/result.h"
#include "core/io/gguf_reader.h"
#include "core/tokenizer/tokenizer_rules.h"

namespace lift {

// Supports "gpt2" (byte-level BPE), "llama" (SentencePiece's BPE) and "gemma4". Errors: Unsupported for other models
// and pre-tokenisers; Malformed, with the key.
Result<TokenizerRules> rules_from_gguf(const GgufReader& file);
Result<std::unique_ptr<Tokenizer>> tokenizer_from_gguf(const GgufReader& file);

}   // namespace lift
