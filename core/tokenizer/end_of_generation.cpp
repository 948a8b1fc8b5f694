#include "core/tokenizer/end_of_generation.h"

#include <algorithm>
#include <array>

namespace lift {

namespace {

constexpr std::array<std::string_view, 10> known_ends{"<|im_end|>", "<|eot_id|>",      "<|eom_id|>", "<|eot|>",
                                                      "<|end|>",    "<|end_of_text|>", "</s>",       "<|endoftext|>",
                                                      "<EOT>",      "<end_of_turn>"};

}   // namespace

void add_end_of_generation(SpecialTokens& special, TokenId id) {
  auto& ends = special.end_of_generation;
  if (std::ranges::find(ends, id) == ends.end()) ends.push_back(id);
}

void add_known_ends(SpecialTokens& special, const std::vector<AddedToken>& added) {
  for (const AddedToken& token : added)
    if (token.special && std::ranges::find(known_ends, token.content) != known_ends.end())
      add_end_of_generation(special, token.id);
}

}   // namespace lift
