#pragma once
// Which tokenizer class of transformers 5 reads a folder (models/auto/tokenization_auto.py of 5.24.0). Most follow
// tokenizer.json; LlamaTokenizer and GemmaTokenizer take only its vocabulary and have their own rules for splitting
// text. Used by folder_tokenizer. Tensor-free. Private to core/tokenizer.
#include "core/tokenizer/pretokenizer.h"
#include "core/tokenizer/side_files.h"

namespace lift {

enum class TransformersClass { FromFile, Llama, Gemma };

// `byte_level`: the pieces in tokenizer.json are byte-level, which LlamaTokenizer can't read.
TransformersClass transformers_class(const SideFiles& files, bool byte_level);

// Whether a Llama tokenizer puts a space before every part of the text, only before the first, or before none
// ("add_prefix_space", "legacy").
PretokenizerStep::Prepend llama_prepend(const SideFiles& files);

}   // namespace lift
