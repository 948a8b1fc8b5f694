#pragma once
// Writes a GGUF file's tokenizer as a Hugging Face folder's files, with which transformers gives the same ids.
// Used by exchange/. Tensor-free. Thread: any.
#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/io/gguf_reader.h"

namespace lift {

struct HfTokenizerFiles {
  nlohmann::json tokenizer;          // tokenizer.json
  nlohmann::json tokenizer_config;   // tokenizer_config.json, without a chat template
};
// Errors: those of rules_from_gguf.
Result<HfTokenizerFiles> hf_tokenizer_from_gguf(const GgufReader& file);

}   // namespace lift
