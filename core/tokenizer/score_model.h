#pragma once
// SentencePiece's BPE as in llama.cpp (src/llama-vocab.cpp, llm_tokenizer_spm): neighbours merge if their joint text is
// a piece, the highest score first, then the leftmost. What is no piece at the end is encoded byte by byte.
// Used by rule_tokenizer for GGUF files of kind "llama". Tensor-free. Thread: const calls from any thread.
// Private to core/tokenizer.
#include <vector>

#include "core/tokenizer/piece_table.h"
#include "core/tokenizer/word_model.h"

namespace lift {

class ScoreModel : public WordModel {
 public:
  // `scores`: by id, one per piece; `unknown`: the token for a byte that has none of its own.
  ScoreModel(std::vector<std::string> pieces, std::vector<float> scores, std::optional<TokenId> unknown)
      : pieces_(std::move(pieces)), scores_(std::move(scores)), unknown_(unknown) {}

  void encode_word(std::string_view word, std::vector<WordToken>& out) const override;
  std::optional<TokenId> find(std::string_view piece) const override { return pieces_.find(piece); }

 private:
  void spell(std::string_view word, std::uint32_t begin, std::uint32_t end, std::vector<WordToken>& out) const;

  PieceTable pieces_;
  std::vector<float> scores_;
  std::optional<TokenId> unknown_;
};

}   // namespace lift
