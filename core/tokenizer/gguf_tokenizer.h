#pragma once
// The tokenizer inside a GGUF file (keys tokenizer.ggml.*; ggml docs/gguf.md). Used by load_tokenizer. Tensor-free.
// Private to core/tokenizer.
#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/io/gguf_reader.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

// Models "gpt2" (byte-level BPE) and "llama" (SentencePiece). Errors: Unsupported for other models and
// pre-tokenisers; Malformed, naming the key.
Result<std::unique_ptr<Tokenizer>> tokenizer_from_gguf(const GgufReader& file);

}   // namespace lift
