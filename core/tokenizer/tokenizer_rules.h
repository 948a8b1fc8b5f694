#pragma once
// All that a tokenizer file says, as one value, whatever the file: what tokenizer_file and gguf_tokenizer read and
// rule_tokenizer works by. Tensor-free. Private to core/tokenizer.
#include <optional>
#include <string>
#include <vector>

#include "core/tokenizer/added_tokens.h"
#include "core/tokenizer/bpe_model.h"
#include "core/tokenizer/normalizer.h"
#include "core/tokenizer/pretokenizer.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

// One step from tokens back to text (tokenizer.json "decoder").
struct DecoderStep {
  enum class Kind {
    ByteLevel,      // characters of the byte-level alphabet to bytes
    ByteFallback,   // <0x0A> to its byte
    Replace,        // pattern to content in every token
    Metaspace,      // the replacement to a blank; none in front of the first token
    StripFirst,     // up to `count` times `content` from the front of the whole text
    StripLast,
  } kind = Kind::ByteLevel;
  std::string pattern, content;
  std::uint32_t count = 0;
};

// How words become tokens.
enum class WordRule {
  Merges,    // by the list of merges
  Scores,    // by the pieces' scores, best first (SentencePiece's BPE in GGUF)
  Unigram,   // the best sum of the pieces' scores
};

struct TokenizerRules {
  Sentence source;                   // "pre-tokeniser smollm", "tokenizer.json": for the description
  std::vector<std::string> pieces;   // by id, as written in the file; added tokens may lie beyond its end
  WordRule word_rule = WordRule::Merges;
  std::vector<BpeMerge> merges;   // Merges
  std::vector<double> scores;     // Scores, Unigram: by id
  BpeRules bpe;                   // unknown and byte_fallback count for Unigram and Scores too
  bool byte_level = false;        // pieces are written in the byte-level alphabet
  Normalizer normalizer;
  Pretokenizer pretokenizer;
  std::vector<AddedToken> added;
  AddedTokenOrder added_order = AddedTokenOrder::Leftmost;
  std::vector<TokenId> prefix, suffix;   // what add_special puts around a text
  std::vector<DecoderStep> decoder;
  SpecialTokens special;
  std::vector<Sentence> notices;   // what of the files is not used, and where they disagree
};

}   // namespace lift
