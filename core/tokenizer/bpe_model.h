#pragma once
// Byte-pair encoding of one word: the vocabulary, the merges by rank, and the words seen before.
// Used by bpe_tokenizer. Tensor-free. Thread: const calls from any thread (the word cache has locks of its own).
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

#include "core/tokenizer/tokenizer.h"

namespace lift {

struct BpeMerge {
  TokenId left = 0, right = 0, result = 0;   // by rank: the earlier one merges first
};

struct BpeRules {
  std::optional<TokenId> unknown;
  bool fuse_unknown = false;    // several unknown characters in a row become one unknown token
  bool byte_fallback = false;   // an unknown character becomes its bytes' tokens <0x00> .. <0xFF>
  bool ignore_merges = false;   // a word that is in the vocabulary is taken whole
  std::string continuing_prefix, word_suffix;
};

// One token of a word and the bytes of the word that it stands for. Bytes that no token can spell, in a vocabulary
// without an unknown token, are in none.
struct WordToken {
  TokenId id = 0;
  std::uint32_t begin = 0, end = 0;
};

class BpeModel {
 public:
  // `pieces` by id, in the form that words have (raw bytes for byte-level files); empty entries are not matched.
  // `units_are_bytes`: words start as single bytes, else as UTF-8 characters.
  BpeModel(std::vector<std::string> pieces, const std::vector<BpeMerge>& merges, BpeRules rules, bool units_are_bytes);

  void encode_word(std::string_view word, std::vector<WordToken>& out) const;
  std::optional<TokenId> find(std::string_view piece) const;
  const BpeRules& rules() const { return rules_; }

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

  struct PieceHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  struct PairHash {
    std::size_t operator()(std::uint64_t pair) const { return (pair * 0x9E3779B97F4A7C15u) >> 17; }
  };
  struct CacheShard {
    std::mutex mutex;
    std::unordered_map<std::string, std::vector<WordToken>, PieceHash, std::equal_to<>> words;
  };

  std::vector<std::string> pieces_;
  std::unordered_map<std::string_view, TokenId> ids_;   // views into pieces_
  std::unordered_map<std::uint64_t, Merged, PairHash> merges_;
  BpeRules rules_;
  bool units_are_bytes_;
  std::array<std::optional<TokenId>, 256> byte_tokens_;   // <0xNN>
  bool all_byte_tokens_ = false;
  std::unique_ptr<std::array<CacheShard, 16>> cache_;
};

}   // namespace lift
