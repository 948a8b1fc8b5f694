#pragma once
// Reads a tokenizer.model file: the fields of SentencePiece's ModelProto (sentencepiece_model.proto) that affect
// tokenisation. Used by sentencepiece_rules. Tensor-free. Private to core/tokenizer.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace lift {

struct SentencePiece {
  enum class Type { Normal = 1, Unknown, Control, UserDefined, Unused, Byte };
  std::string text;
  float score = 0;
  Type type = Type::Normal;
};

struct SentencePieceFile {
  enum class Kind { Unigram = 1, Bpe, Word, Char };
  std::vector<SentencePiece> pieces;   // by id
  Kind kind = Kind::Unigram;
  bool byte_fallback = false;
  std::int64_t unknown_id = 0, bos_id = 1, eos_id = 2, pad_id = -1;   // -1: none
  std::string unknown_piece = "<unk>", bos_piece = "<s>", eos_piece = "</s>", pad_piece = "<pad>";
  std::string charsmap;   // empty: none
  bool add_dummy_prefix = true;
  bool remove_extra_whitespaces = true;
  bool escape_whitespaces = true;
};

// Errors: Malformed when the bytes are not a ModelProto, or it has no pieces.
Result<SentencePieceFile> read_sentencepiece_file(std::string_view bytes, const std::string& subject);

}   // namespace lift
