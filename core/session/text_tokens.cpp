#include "core/session/text_tokens.h"

#include "core/data/sft_dataset.h"

namespace lift {

Result<TextTokens> tokens_of_text(const std::filesystem::path& model, std::string_view text,
                                  const EncodeOptions& options) {
  LIFT_ASSIGN(const std::unique_ptr<Tokenizer> tokenizer, load_tokenizer(model));
  TextTokens shown{tokenizer->description(), tokenizer->notices(), {}, {}};
  shown.tokens = views_of(tokenizer->encode(text, options), *tokenizer);
  for (const TokenView& token : shown.tokens) shown.special.push_back(tokenizer->is_special(token.id));
  return shown;
}

}   // namespace lift
