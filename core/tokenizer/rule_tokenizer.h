#pragma once
// A tokenizer that follows TokenizerRules, whichever file they came from: byte-level BPE (GPT-2, Llama 3, Qwen),
// SentencePiece's BPE with byte fallback (Llama 2, Mistral, Gemma), and unigram models. Made by load_tokenizer.
// Tensor-free. Thread: const calls from any thread.
// Private to core/tokenizer.
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/tokenizer/tokenizer_rules.h"

namespace lift {

class RuleTokenizer : public Tokenizer {
 public:
  explicit RuleTokenizer(TokenizerRules rules);

  std::vector<Token> encode(std::string_view text, const EncodeOptions& options) const override;
  std::string decode(std::span<const TokenId> ids, bool skip_special) const override;
  std::string piece_bytes(TokenId id) const override;
  std::optional<TokenId> id_of(std::string_view piece) const override;
  bool is_special(TokenId id) const override;
  std::int32_t vocabulary_size() const override { return static_cast<std::int32_t>(text_of_.size()); }
  const SpecialTokens& special_tokens() const override { return rules_.special; }
  Sentence description() const override;
  const std::vector<Sentence>& notices() const override { return rules_.notices; }
  Fingerprint fingerprint() const override { return fingerprint_; }

 private:
  void encode_between(AlignedText text, std::vector<Token>& out) const;
  void encode_raw(std::string_view text, ByteSpan span, const EncodeOptions& options, std::vector<Token>& out) const;
  std::string decoded_piece(TokenId id) const;
  Fingerprint compute_fingerprint() const;

  TokenizerRules rules_;
  AddedTokens added_;
  std::unique_ptr<WordModel> model_;
  std::vector<std::string> text_of_;   // by id: the bytes that decoding the token gives
  std::vector<bool> special_;          // by id
  std::unordered_map<std::string, TokenId> added_ids_;
  Fingerprint fingerprint_;
};

}   // namespace lift
