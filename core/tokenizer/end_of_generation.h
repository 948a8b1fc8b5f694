#pragma once
// Which tokens end an answer. Files name one; chat models have more. Used by the readers of this room. Tensor-free.
// Private to core/tokenizer.
#include <vector>

#include "core/tokenizer/added_tokens.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

void add_end_of_generation(SpecialTokens& special, TokenId id);   // once each, in order

// Whether a token of this text ends a turn or a text in every family that has it: <|im_end|>, <|eot_id|>, </s>, ...
bool is_known_end(std::string_view text);

// Adds tokens that end a turn or a text by their well-known names, whether a file calls them special or not.
void add_known_ends(SpecialTokens& special, const std::vector<AddedToken>& added);

}   // namespace lift
