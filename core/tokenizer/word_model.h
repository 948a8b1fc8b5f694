#pragma once
// Divides a word into tokens: the interface of the three kinds of models. Used by rule_tokenizer. Tensor-free.
// Thread: const calls from any thread. Private to core/tokenizer.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/tokenizer/tokenizer.h"

namespace lift {

// One token of a word and its byte range in the word. Bytes that no token can represent, in a vocabulary without an
// unknown token, are in no range.
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
