#pragma once
// Byte-pair encoding of one word: vocabulary, merges by rank, and a cache of words.
// Used by rule_tokenizer. Tensor-free. Thread: const calls from any thread (the cache has its own locks).
// Private to core/tokenizer.
#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/tokenizer/piece_table.h"
#include "core/tokenizer/word_model.h"

namespace lift {

struct BpeMerge {
  TokenId left = 0, right = 0, result = 0;   // the position in the list is the rank: lower ranks merge first
};

struct BpeRules {
  std::optional<TokenId> unknown;
  bool fuse_unknown = false;     // consecutive unknown characters become one unknown token
  bool byte_fallback = false;    // an unknown character becomes the tokens of its bytes, <0x00> .. <0xFF>
  bool ignore_merges = false;    // a word that is in the vocabulary becomes that token, without merging
  bool whole_newlines = false;   // the same, only for words that consist of line breaks (Gemma 4 in llama.cpp)
  std::string continuing_prefix, word_suffix;
};

class BpeModel : public WordModel {
 public:
  // `pieces`: by id, in the form that words have (raw bytes for byte-level files); empty entries never match.
  // `units_are_bytes`: a word starts as single bytes; otherwise as UTF-8 characters.
  BpeModel(std::vector<std::string> pieces, const std::vector<BpeMerge>& merges, BpeRules rules, bool units_are_bytes);

  void encode_word(std::string_view word, std::vector<WordToken>& out) const override;
  std::optional<TokenId> find(std::string_view piece) const override { return pieces_.find(piece); }

 private:
  struct Merged {
    std::uint32_t rank;
    TokenId result;
  };
  std::vector<WordToken> first_units(std::string_view word) const;
  void add_unknown(std::string_view unit, std::uint32_t at, std::optional<WordToken>& pending,
                   std::vector<WordToken>& out) const;
  void merge(std::vector<WordToken>& units) const;
  const Merged* merged(TokenId left, TokenId right) const;

  struct PairHash {
    std::size_t operator()(std::uint64_t pair) const { return (pair * 0x9E3779B97F4A7C15u) >> 17; }
  };
  struct CacheShard {
    std::mutex mutex;
    std::unordered_map<std::string, std::vector<WordToken>, TextHash, std::equal_to<>> words;
  };

  PieceTable pieces_;
  std::unordered_map<std::uint64_t, Merged, PairHash> merges_;
  BpeRules rules_;
  bool units_are_bytes_;
  std::unique_ptr<std::array<CacheShard, 16>> cache_;
};

}   // namespace lift
