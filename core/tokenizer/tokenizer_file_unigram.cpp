// The "model" entry of tokenizer.json where it is a unigram model: pieces and their scores.
#include <fmt/format.h>

#include "core/base/say.h"
#include "core/tokenizer/json_field.h"
#include "core/tokenizer/tokenizer_file.h"

namespace lift {

using nlohmann::json;

Status unigram_from_json(const json& model, const std::string& subject, TokenizerRules& rules) {
  const json& list = json_at(model, "vocab");
  if (!list.is_array() || list.empty()) return unexpected_json(subject, "vocab", say("a list of pieces"), list);
  rules.word_rule = WordRule::Unigram;
  rules.pieces.reserve(list.size());
  rules.scores.reserve(list.size());
  for (const json& entry : list) {
    if (!entry.is_array() || entry.size() != 2 || !entry[0].is_string() || !entry[1].is_number())
      return unexpected_json(fmt::format("{}, vocab[{}]", subject, rules.pieces.size()), "vocab",
                             say("a piece and its score, [\"a\", -1.5]"), entry);
    rules.pieces.push_back(entry[0].get<std::string>());
    rules.scores.push_back(entry[1].get<double>());
  }
  LIFT_ASSIGN(rules.bpe.byte_fallback, json_flag(model, "byte_fallback", false, subject));
  if (json_at(model, "unk_id").is_null()) return {};
  LIFT_ASSIGN(const std::int64_t unknown, json_index(model, "unk_id", std::ssize(rules.pieces), subject));
  rules.bpe.unknown = static_cast<TokenId>(unknown);
  return {};
}

}   // namespace lift
