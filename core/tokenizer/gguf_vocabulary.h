#pragma once
// The pieces of a GGUF vocabulary and what kind each is, as llama.cpp takes them (src/llama-vocab.cpp): types may be
// missing, and tokens whose text says what they are count as such. Used by gguf_tokenizer. Tensor-free.
// Private to core/tokenizer.
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/io/gguf_reader.h"
#include "core/tokenizer/tokenizer_rules.h"

namespace lift {

enum class GgufTokenType : std::int64_t { Undefined, Normal, Unknown, Control, UserDefined, Unused, Byte };

struct GgufVocabulary {
  std::vector<std::string> pieces;   // by id; an empty one is called [EMPTY_id]
  std::vector<GgufTokenType> types;
};
// Errors: Malformed (no tokens, types or scores for fewer tokens than there are).
Result<GgufVocabulary> read_gguf_vocabulary(const GgufReader& file);
Result<std::vector<double>> read_gguf_scores(const GgufReader& file, std::size_t tokens);
Result<std::vector<BpeMerge>> read_gguf_merges(const GgufReader& file, const std::vector<std::string>& pieces);

// The tokens that are cut out of a text before anything else: control, unknown and user-defined ones.
std::vector<AddedToken> added_tokens_of(const GgufReader& file, const GgufVocabulary& vocabulary);

// bos, eos, padding, unknown by their keys, and every token that ends an answer by key or by text.
// `defaults`: ids that count where a key is missing.
SpecialTokens special_tokens_of(const GgufReader& file, const GgufVocabulary& vocabulary,
                                const SpecialTokens& defaults);

std::optional<bool> gguf_flag(const GgufReader& file, std::string_view name);

}   // namespace lift
