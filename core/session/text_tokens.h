#pragma once
// Tokenises any text with a model's tokenizer, without opening the model. Used by `lift tokens --text`. Tensor-free.
// Thread: any.
#include <filesystem>
#include <string_view>
#include <vector>

#include "core/data/data_summary.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

struct TextTokens {
  Sentence tokenizer;              // its description
  std::vector<Sentence> notices;   // parts of its files that are not used or contradict each other
  std::vector<TokenView> tokens;   // begin and end are byte offsets in the text; `piece`: from the vocabulary
  std::vector<bool> special;       // per token
};
// `model`: a GGUF file or a model folder. Errors: those of load_tokenizer.
Result<TextTokens> tokens_of_text(const std::filesystem::path& model, std::string_view text,
                                  const EncodeOptions& options);

}   // namespace lift
