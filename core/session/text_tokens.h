#pragma once
// The tokens of any text by a model's tokenizer, without opening the model. Used by `lift tokens --text`. Tensor-free.
// Thread: any.
#include <filesystem>
#include <string_view>
#include <vector>

#include "core/data/data_summary.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

struct TextTokens {
  Sentence tokenizer;              // what it is
  std::vector<Sentence> notices;   // what of its files is not used, or where they disagree
  std::vector<TokenView> tokens;   // begin and end are bytes of the text; `piece` as the vocabulary has it, for display
  std::vector<bool> special;       // by token
};
// `model`: a GGUF file or a model folder. Errors: load_tokenizer's.
Result<TextTokens> tokens_of_text(const std::filesystem::path& model, std::string_view text,
                                  const EncodeOptions& options);

}   // namespace lift
