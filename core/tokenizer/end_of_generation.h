#pragma once
// Which tokens end an answer. A file usually names one; chat models have more. Used by the room's readers. Tensor-free.
// Private to core/tokenizer.
#include <vector>

#include "core/tokenizer/added_tokens.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

void add_end_of_generation(SpecialTokens& special, TokenId id);   // keeps the order; ignores an id that is there

// Whether the text is that of a known end token: <|im_end|>, <|eot_id|>, </s>, ...
bool is_known_end(std::string_view text);

// Adds the added tokens with such texts, special or not, except those that don't end a turn in this vocabulary.
void add_known_ends(SpecialTokens& special, const std::vector<AddedToken>& added);

}   // namespace lift
