#pragma once
// Which of transformers 5's tokenizer classes reads a folder (models/auto/tokenization_auto.py of 5.24.0): most take
// tokenizer.json as it stands; LlamaTokenizer and GemmaTokenizer take the vocabulary alone and cut text by rules of
// their own. Used by folder_tokenizer. Tensor-free. Private to core/tokenizer.
#include "core/tokenizer/pretokenizer.h"
#include "core/tokenizer/side_files.h"

namespace lift {

enum class TransformersClass { FromFile, Llama, Gemma };

// `byte_level`: the folder's tokenizer.json has byte-level pieces, which LlamaTokenizer can't read.
TransformersClass transformers_class(const SideFiles& files, bool byte_level);

// Whether a Llama tokenizer puts a blank in front of every stretch of text, of the first alone, or of none
// ("add_prefix_space", "legacy").
PretokenizerStep::Prepend llama_prepend(const SideFiles& files);

}   // namespace lift
