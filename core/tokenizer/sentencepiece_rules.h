#pragma once
// Converts a tokenizer.model file to rules as transformers 5.24 does (convert_slow_tokenizer.py, and the classes
// LlamaTokenizer and GemmaTokenizer). Used by folder_tokenizer. Tensor-free. Private to core/tokenizer.
#include "core/tokenizer/added_vocabulary.h"
#include "core/tokenizer/sentencepiece_file.h"
#include "core/tokenizer/tokenizer_rules.h"
#include "core/tokenizer/transformers_class.h"

namespace lift {

// `input` receives the added tokens that the model defines. Errors: Unsupported (word and character models, a Llama
// tokenizer with a unigram model), Malformed.
Result<TokenizerRules> rules_from_sentencepiece(const SentencePieceFile& file, TransformersClass reader,
                                                const SideFiles& side, const std::string& subject,
                                                AddedVocabularyInput& input);

// The text handling of LlamaTokenizer and GemmaTokenizer, whatever the file says. Keeps vocabulary and merges.
void apply_llama_rules(PretokenizerStep::Prepend prepend, TokenizerRules& rules);
void apply_gemma_rules(TokenizerRules& rules);

}   // namespace lift
