#include "core/tokenizer/tokenizer.h"

namespace lift {

std::vector<TokenId> prompt_ids(const Tokenizer& tokenizer, std::string_view prompt, EncodeOptions options) {
  options.continued = true;
  std::vector<TokenId> ids;
  for (const Token& token : tokenizer.encode(prompt, options)) ids.push_back(token.id);
  return ids;
}

}   // namespace lift
