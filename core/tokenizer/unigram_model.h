#pragma once
// The unigram model (Kudo 2018) as in huggingface/tokenizers: divides a word into the pieces with the largest sum of
// scores. A character in no piece scores 10 below the lowest score of any piece. Used by rule_tokenizer.
// Tensor-free. Thread: const calls from any thread. Private to core/tokenizer.
#include <vector>

#include "core/tokenizer/piece_table.h"
#include "core/tokenizer/word_model.h"

namespace lift {

class UnigramModel : public WordModel {
 public:
  // `scores`: by id, one per piece. Consecutive unknown characters become one unknown token, or by `byte_fallback` the
  // tokens of their bytes.
  UnigramModel(std::vector<std::string> pieces, std::vector<double> scores, std::optional<TokenId> unknown,
               bool byte_fallback);

  void encode_word(std::string_view word, std::vector<WordToken>& out) const override;
  std::optional<TokenId> find(std::string_view piece) const override { return pieces_.find(piece); }

 private:
  void emit_unknown(std::string_view word, std::uint32_t begin, std::uint32_t end, std::vector<WordToken>& out) const;

  PieceTable pieces_;
  std::vector<double> scores_;
  std::optional<TokenId> unknown_;
  bool byte_fallback_;
  double unknown_score_ = 0;
};

}   // namespace lift
