#include "core/exchange/tokenizer_check.h"

#include <array>

#include "core/base/say.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

constexpr std::array<std::string_view, 16> kTexts{"Hello there, how are you?",
                                                  "  two  blanks and\ttab\n\nlines \n ",
                                                  "Grüße 你好 🦊 café e\xCC\x81",
                                                  "1234567 + 0.5e-3",
                                                  "don't I'VE they'LL ÉCOLE",
                                                  "for (int i = 0; i < n; ++i) {\n\treturn x[i];\n}",
                                                  "नमस्ते दुनिया مرحبا שלום",
                                                  "▁ ▁▁x",
                                                  " leading",
                                                  "trailing ",
                                                  "\r\n\r\n",
                                                  "a\xC2\xA0"
                                                  "b\xE3\x80\x80"
                                                  "c",
                                                  "http://a.b/c?d=1&e=%20",
                                                  "日本語とｶﾀｶﾅ",
                                                  "x",
                                                  "\xEF\xBB\xBFmark"};

std::vector<std::string> texts_for(const Tokenizer& tokenizer) {
  std::vector<std::string> texts(kTexts.begin(), kTexts.end());
  const std::int32_t size = tokenizer.vocabulary_size();
  constexpr std::size_t most_special = 256;
  std::size_t special = 0;
  for (TokenId id = 0; id < size && special < most_special; ++id) {
    if (!tokenizer.is_special(id)) continue;
    const std::string text = tokenizer.piece_bytes(id);
    texts.push_back(text + "user\nHi " + text + " there" + text);
    ++special;
  }
  const SpecialTokens& named = tokenizer.special_tokens();
  for (const auto& id : {named.bos, named.eos, named.pad, named.unknown})
    if (id) texts.push_back("x " + tokenizer.piece_bytes(*id) + " y");
  return texts;
}

std::vector<TokenId> ids_of(const Tokenizer& tokenizer, std::string_view text) {
  std::vector<TokenId> ids;
  for (const Token& token : tokenizer.encode(text, {.add_special = true})) ids.push_back(token.id);
  return ids;
}

}   // namespace

Result<std::optional<Sentence>> difference_of_tokenizers(const Tokenizer& origin,
                                                         const std::filesystem::path& exported) {
  LIFT_ASSIGN(const std::unique_ptr<Tokenizer> written, load_tokenizer(exported));
  std::size_t differing = 0;
  std::string first;
  const std::vector<std::string> texts = texts_for(origin);
  for (const std::string& text : texts) {
    if (ids_of(origin, text) == ids_of(*written, text)) continue;
    if (differing++ == 0) first = text;
  }
  if (differing == 0) return std::optional<Sentence>();
  return std::optional(
      say("The export's tokenizer gives other tokens than the base's for {} of {} texts, first for {}: "
          "compare before you use it with other programs",
          differing, texts.size(), quote_name(first, 80)));
}

}   // namespace lift
