#pragma once
// Which tokens end an answer. Files name one; chat models have more. Used by the readers of this room. Tensor-free.
// Private to core/tokenizer.
#include <vector>

#include "core/tokenizer/added_tokens.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

void add_end_of_generation(SpecialTokens& special, TokenId id);   // once each, in order

// Special tokens that end a turn or a text by their well-known names: <|im_end|>, <|eot_id|>, </s>, ...
void add_known_ends(SpecialTokens& special, const std::vector<AddedToken>& added);

}   // namespace lift
