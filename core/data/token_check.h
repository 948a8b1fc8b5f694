#pragma once
// Tokens that a tokenizer makes and the model has no embedding for. Used by sft_dataset and session/. Tensor-free.
// Thread: any.
#include <cstdint>

#include "core/base/error.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

// Mismatch, naming the token, how many the model knows, and what to do.
Error token_beyond(TokenId id, const Tokenizer& tokenizer, std::int64_t embedding_rows, const Sentence& place);

}   // namespace lift
