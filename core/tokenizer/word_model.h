#pragma once
// From a word to its tokens: what the three kinds of vocabulary have in common. Used by rule_tokenizer. Tensor-free.
// Thread: const calls from any thread. Private to core/tokenizer.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/tokenizer/tokenizer.h"

namespace lift {

// One token of a word and the bytes of the word that it stands for. Bytes that no token can spell, in a vocabulary
// without an unknown token, are in none.
struct WordToken {
  TokenId id = 0;
  std::uint32_t begin = 0, end = 0;
};

class WordModel {
 public:
  virtual ~WordModel() = default;
  // Appends the word's tokens, left to right.
  virtual void encode_word(std::string_view word, std::vector<WordToken>& out) const = 0;
  virtual std::optional<TokenId> find(std::string_view piece) const = 0;
};

}   // namespace lift
