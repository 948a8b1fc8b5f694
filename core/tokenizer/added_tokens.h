#pragma once
// Tokens that are searched for in the text before the model runs: special tokens, and words added to a vocabulary
// (tokenizer.json "added_tokens"). Tensor-free. Thread: const calls from any thread.
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/byte_span.h"
#include "core/tokenizer/normalizer.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

struct AddedToken {
  TokenId id = 0;
  std::string content;
  bool special = false;                  // decode(skip_special) omits it; without parse_special it is plain text
  bool single_word = false;              // matches only where no letter or digit is adjacent
  bool lstrip = false, rstrip = false;   // also matches the white space before, after it
  bool normalized = false;               // searched for in the normalised text
};

// Which of several overlapping tokens matches.
enum class AddedTokenOrder {
  Leftmost,   // the first to begin; of those the longest (huggingface/tokenizers)
  Longest,    // the longest in the whole text; of those the leftmost (llama.cpp)
};

// Part of a text: an added token, or the text between two of them (no id).
struct AddedTokenMatch {
  ByteSpan span;
  std::optional<TokenId> id;
};

// Finds one group of added tokens.
class AddedTokenMatcher {
 public:
  explicit AddedTokenMatcher(AddedTokenOrder order = AddedTokenOrder::Leftmost);
  void add(const AddedToken& token, std::string_view content);
  bool empty() const { return tokens_.empty(); }
  std::vector<AddedTokenMatch> split(std::string_view text, bool parse_special) const;

 private:
  const AddedToken* longest_at(std::string_view text, std::size_t at, std::size_t& length) const;
  std::vector<AddedTokenMatch> leftmost_matches(std::string_view text, bool parse_special) const;
  std::vector<AddedTokenMatch> longest_matches(std::string_view text, bool parse_special) const;

  struct Node {
    std::unordered_map<unsigned char, std::uint32_t> next;
    std::int32_t token = -1;
  };
  std::vector<Node> nodes_;
  std::vector<AddedToken> tokens_;
  AddedTokenOrder order_;
  Regex word_, blanks_;
};

// The two passes of huggingface/tokenizers' added vocabulary: over the raw text, then over the normalised text.
class AddedTokens {
 public:
  AddedTokens() = default;
  AddedTokens(std::vector<AddedToken> tokens, AddedTokenOrder order, const Normalizer& normalizer);

  const std::vector<AddedToken>& all() const { return tokens_; }
  const AddedTokenMatcher& raw() const { return raw_; }
  const AddedTokenMatcher& normalized() const { return normalized_; }

 private:
  std::vector<AddedToken> tokens_;
  AddedTokenMatcher raw_, normalized_;
};

}   // namespace lift
