#pragma once
// The added tokens of a model folder as transformers 5.24 puts them together: tokenizer.json's own, then what
// tokenizer_config.json, special_tokens_map.json and added_tokens.json say of them or add. A token that is named again
// takes the later flags; ids follow from the vocabulary, not from the number in the file.
// Used by folder_tokenizer. Tensor-free. Private to core/tokenizer.
#include "core/tokenizer/side_files.h"
#include "core/tokenizer/tokenizer_rules.h"

namespace lift {

struct AddedVocabularyInput {
  // Whether the class keeps tokenizer.json's list (FromFile), or begins with none (Llama, Gemma).
  bool keeps_own = true;
  // Named tokens that the class has by itself where no file names one: {"bos_token", "<s>"}.
  std::vector<std::pair<std::string, std::string>> default_names;
  std::vector<AddedToken> extra;   // of the model itself: SentencePiece's control and user-defined pieces
};

// Replaces rules.added (tokenizer.json's list on entry), sets rules.special by the named tokens, and says in
// rules.notices where a file's id is not the one that counts.
void complete_added_tokens(const SideFiles& files, const AddedVocabularyInput& input, TokenizerRules& rules);

}   // namespace lift
