#pragma once
// A GGUF file's tokenizer as the files of a Hugging Face folder, so that stock transformers gives the same ids.
// Used by exchange/. Tensor-free. Thread: any.
#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/io/gguf_reader.h"

namespace lift {

struct HfTokenizerFiles {
  nlohmann::json tokenizer;          // tokenizer.json
  nlohmann::json tokenizer_config;   // tokenizer_config.json, without a chat template
};
// Errors: as rules_from_gguf.
Result<HfTokenizerFiles> hf_tokenizer_from_gguf(const GgufReader& file);

}   // namespace lift
