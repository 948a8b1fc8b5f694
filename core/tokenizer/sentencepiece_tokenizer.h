#pragma once
// SentencePiece models by libsentencepiece: tokenizer.model files, and GGUF vocabularies of kind "llama", which are
// handed to the library as the model they were made from. Tensor-free. Thread: const calls from any thread.
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/tokenizer/added_tokens.h"
#include "core/tokenizer/tokenizer.h"

namespace sentencepiece {
class SentencePieceProcessor;
}

namespace lift {

// What lies around a SentencePiece model: special tokens that the library does not look for, and added ones.
struct SentencePieceRules {
  Sentence source;                       // "tokenizer.model": for the description
  std::vector<AddedToken> added;         // ids of the model itself or above its size
  std::vector<TokenId> prefix, suffix;   // what add_special puts around a text
  SpecialTokens special;
  bool take_special_from_model = false;    // bos, eos, pad, unknown, its control pieces, and then:
  bool add_bos = false, add_eos = false;   // they become prefix and suffix
};

// A vocabulary to make a model of; types as in sentencepiece_model.proto (1 normal .. 6 byte).
struct SentencePieceVocabulary {
  std::vector<std::string> pieces;
  std::vector<float> scores;
  std::vector<int> types;
  bool add_dummy_prefix = true;
  bool remove_extra_whitespaces = false;
};
std::string serialize_sentencepiece_model(const SentencePieceVocabulary& vocabulary);   // BPE, identity normaliser

class SentencePieceTokenizer : public Tokenizer {
 public:
  // `model`: a serialised ModelProto. Errors: Malformed with the library's reason.
  static Result<std::unique_ptr<Tokenizer>> make(std::string_view model, SentencePieceRules rules,
                                                 const std::string& subject);
  ~SentencePieceTokenizer() override;

  std::vector<Token> encode(std::string_view text, const EncodeOptions& options) const override;
  std::string decode(std::span<const TokenId> ids, bool skip_special) const override;
  std::string piece_bytes(TokenId id) const override;
  std::optional<TokenId> id_of(std::string_view piece) const override;
  bool is_special(TokenId id) const override;
  std::int32_t vocabulary_size() const override { return static_cast<std::int32_t>(text_of_.size()); }
  const SpecialTokens& special_tokens() const override { return rules_.special; }
  Sentence description() const override;
  Fingerprint fingerprint() const override { return fingerprint_; }

 private:
  SentencePieceTokenizer(std::unique_ptr<sentencepiece::SentencePieceProcessor> processor, SentencePieceRules rules,
                         std::string_view model);
  void read_pieces();
  void encode_between(std::string_view text, std::uint32_t origin, std::vector<Token>& out) const;

  std::unique_ptr<sentencepiece::SentencePieceProcessor> processor_;
  SentencePieceRules rules_;
  AddedTokens added_;
  std::vector<std::string> text_of_;   // by id: the bytes that the token adds to a text
  std::vector<bool> special_;
  std::unordered_map<std::string, TokenId> added_ids_;
  bool drops_first_blank_ = true;
  Fingerprint fingerprint_;
};

}   // namespace lift
