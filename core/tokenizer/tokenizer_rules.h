#pragma once
// All that a tokenizer file says, as one value, whatever the file: what tokenizer_file and gguf_tokenizer read and
// bpe_tokenizer works by. Tensor-free. Private to core/tokenizer.
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

struct TokenizerRules {
  Sentence source;                   // "pre-tokeniser smollm", "tokenizer.json": for the description
  std::vector<std::string> pieces;   // by id, as written in the file; added tokens may lie beyond its end
  std::vector<BpeMerge> merges;
  BpeRules bpe;
  bool byte_level = false;   // pieces are written in the byte-level alphabet
  Normalizer normalizer;
  Pretokenizer pretokenizer;
  std::vector<AddedToken> added;
  std::vector<TokenId> prefix, suffix;   // what add_special puts around a text
  std::vector<DecoderStep> decoder;
  SpecialTokens special;
};

}   // namespace lift
