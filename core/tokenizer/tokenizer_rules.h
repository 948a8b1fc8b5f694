#pragma once
// Everything that a tokenizer file defines, in one form for all formats: read by tokenizer_file, sentencepiece_rules
// and gguf_tokenizer, followed by rule_tokenizer. Tensor-free. Private to core/tokenizer.
#include <optional>
#include <string>
#include <vector>

#include "core/tokenizer/added_tokens.h"
#include "core/tokenizer/bpe_model.h"
#include "core/tokenizer/normalizer.h"
#include "core/tokenizer/pretokenizer.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

// One step of decoding tokens to text (tokenizer.json "decoder").
struct DecoderStep {
  enum class Kind {
    ByteLevel,      // characters of the byte-level alphabet to bytes
    ByteFallback,   // <0x0A> to its byte
    Replace,        // `pattern` becomes `content` in every token
    Metaspace,      // the replacement becomes a space, except before the first token
    StripFirst,     // removes `content` up to `count` times from the front of the whole text
    StripLast,
  } kind = Kind::ByteLevel;
  std::string pattern, content;
  std::uint32_t count = 0;
};

// How a word is divided into tokens.
enum class WordRule {
  Merges,    // by a list of merges
  Scores,    // by merging to the piece with the highest score (SentencePiece's BPE in GGUF)
  Unigram,   // by the largest sum of scores
};

struct TokenizerRules {
  Sentence source;                   // "pre-tokeniser smollm", "tokenizer.json": for the description
  std::vector<std::string> pieces;   // by id, as in the file; ids of added tokens may be beyond its end
  WordRule word_rule = WordRule::Merges;
  std::vector<BpeMerge> merges;   // for Merges
  std::vector<double> scores;     // for Scores and Unigram, by id
  BpeRules bpe;                   // unknown and byte_fallback also apply to Unigram and Scores
  bool byte_level = false;        // pieces are written in the byte-level alphabet
  Normalizer normalizer;
  Pretokenizer pretokenizer;
  std::vector<AddedToken> added;
  AddedTokenOrder added_order = AddedTokenOrder::Leftmost;
  std::vector<TokenId> prefix, suffix;   // what add_special puts before and after a text
  std::vector<DecoderStep> decoder;
  SpecialTokens special;
  std::vector<Sentence> notices;   // parts of the files that are unused or contradictory
};

}   // namespace lift
