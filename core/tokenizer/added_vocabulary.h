#pragma once
// The added tokens of a model folder as transformers 5.24 combines them: tokenizer.json's own, then what
// tokenizer_config.json, special_tokens_map.json and added_tokens.json change or add. The last file to name a token
// decides its flags; ids are assigned after the vocabulary's, whatever number the file gives.
// Used by folder_tokenizer. Tensor-free. Private to core/tokenizer.
#include "core/tokenizer/side_files.h"
#include "core/tokenizer/tokenizer_rules.h"

namespace lift {

struct AddedVocabularyInput {
  // Whether the tokenizer class uses tokenizer.json's list (FromFile) or starts with an empty one (Llama, Gemma).
  bool keeps_own = true;
  // Named tokens that the class defines if no file does: {"bos_token", "<s>"}.
  std::vector<std::pair<std::string, std::string>> default_names;
  std::vector<AddedToken> extra;   // defined by the model: SentencePiece's control and user-defined pieces
};

// Replaces rules.added (tokenizer.json's list on entry), sets rules.special from the named tokens, and adds to
// rules.notices where a file gives a token another id than it has.
void complete_added_tokens(const SideFiles& files, const AddedVocabularyInput& input, TokenizerRules& rules);

}   // namespace lift
