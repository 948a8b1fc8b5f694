#pragma once
// The pieces of a GGUF vocabulary and their types, interpreted as in llama.cpp (src/llama-vocab.cpp): types may be
// missing, and some tokens get their type from their text. Used by gguf_tokenizer. Tensor-free.
// Private to core/tokenizer.
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/io/gguf_reader.h"
#include "core/tokenizer/tokenizer_rules.h"

namespace lift {

enum class GgufTokenType : std::int64_t { Undefined, Normal, Unknown, Control, UserDefined, Unused, Byte };

struct GgufVocabulary {
  std::vector<std::string> pieces;   // by id; an empty piece is named [EMPTY_id]
  std::vector<GgufTokenType> types;
};
// Errors: Malformed (no tokens, or fewer types or scores than tokens).
Result<GgufVocabulary> read_gguf_vocabulary(const GgufReader& file);
Result<std::vector<double>> read_gguf_scores(const GgufReader& file, std::size_t tokens);
Result<std::vector<BpeMerge>> read_gguf_merges(const GgufReader& file, const std::vector<std::string>& pieces);

// The tokens searched for before the model runs: control, unknown and user-defined ones.
std::vector<AddedToken> added_tokens_of(const GgufReader& file, const GgufVocabulary& vocabulary);

// bos, eos, padding and unknown by key, and all tokens that end an answer, by key or by text.
// `defaults`: ids for missing keys.
SpecialTokens special_tokens_of(const GgufReader& file, const GgufVocabulary& vocabulary,
                                const SpecialTokens& defaults);

std::optional<bool> gguf_flag(const GgufReader& file, std::string_view name);

}   // namespace lift
