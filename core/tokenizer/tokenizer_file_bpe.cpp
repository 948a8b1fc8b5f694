// The "model" entry of tokenizer.json: vocabulary and merges.
#include <fmt/format.h>

#include "core/base/say.h"
#include "core/io/quote_name.h"
#include "core/tokenizer/json_field.h"
#include "core/tokenizer/tokenizer_file.h"

namespace lift {

using nlohmann::json;

namespace {

constexpr std::int64_t kLargestVocabulary = 16 << 20;

using PieceIds = std::unordered_map<std::string_view, TokenId>;

Status read_vocabulary(const json& vocabulary, const std::string& subject, std::vector<std::string>& pieces) {
  if (!vocabulary.is_object()) return unexpected_json(subject, "vocab", say("an object of piece to id"), vocabulary);
  std::vector<bool> taken;
  // Ids may have gaps, but a hostile file must not make a vector of its largest number.
  const auto limit =
      std::min<std::int64_t>(kLargestVocabulary, 2 * static_cast<std::int64_t>(vocabulary.size()) + 65536);
  for (const auto& [piece, value] : vocabulary.items()) {
    if (!value.is_number_integer() || value.get<std::int64_t>() < 0 || value.get<std::int64_t>() >= limit)
      return unexpected_json(subject, "vocab." + quote_name(piece, 40), say("an id from 0 to {}", limit - 1), value);
    const auto id = value.get<std::size_t>();
    if (id >= pieces.size()) pieces.resize(id + 1), taken.resize(id + 1);
    if (taken[id])
      return make_error(ErrorCode::Malformed, subject,
                        say("entry \"vocab\": expected every id once, found id {} for {} and {}", id,
                            quote_name(pieces[id], 40), quote_name(piece, 40)));
    pieces[id] = piece;
    taken[id] = true;
  }
  return {};
}

Result<std::pair<std::string, std::string>> merge_pair(const json& entry, const std::string& place) {
  if (entry.is_array() && entry.size() == 2 && entry[0].is_string() && entry[1].is_string())
    return std::pair{entry[0].get<std::string>(), entry[1].get<std::string>()};
  if (!entry.is_string())
    return unexpected_json(place, "merges", say("pairs of pieces, [\"a\", \"b\"] or \"a b\""), entry);
  const auto& text = entry.get_ref<const std::string&>();
  const std::size_t blank = text.find(' ');
  if (blank == std::string::npos || text.find(' ', blank + 1) != std::string::npos)
    return unexpected_json(place, "merges", say("two pieces with one blank between them"), entry);
  return std::pair{text.substr(0, blank), text.substr(blank + 1)};
}

Status read_merges(const json& merges, const PieceIds& ids, const std::string& subject, TokenizerRules& rules) {
  if (!merges.is_array()) return unexpected_json(subject, "merges", say("a list"), merges);
  rules.merges.reserve(merges.size());
  for (const json& entry : merges) {
    const std::string place = fmt::format("{}, merges[{}]", subject, rules.merges.size());
    LIFT_ASSIGN(const auto pair, merge_pair(entry, place));
    const auto id_of = [&ids](std::string_view piece) {
      const auto found = ids.find(piece);
      return found == ids.end() ? TokenId{-1} : found->second;
    };
    std::string_view tail = pair.second;
    if (tail.starts_with(rules.bpe.continuing_prefix)) tail.remove_prefix(rules.bpe.continuing_prefix.size());
    const std::string whole = pair.first + std::string(tail);
    const BpeMerge merge{id_of(pair.first), id_of(pair.second), id_of(whole)};
    if (merge.left < 0 || merge.right < 0 || merge.result < 0)
      return make_error(ErrorCode::Malformed, place,
                        say("expected pieces of the vocabulary, found {} + {}: {} is not in it",
                            quote_name(pair.first, 40), quote_name(pair.second, 40),
                            quote_name(merge.left < 0    ? pair.first
                                       : merge.right < 0 ? pair.second
                                                         : whole,
                                       80)));
    rules.merges.push_back(merge);
  }
  return {};
}

Status read_text_or_null(const json& model, const char* name, const std::string& subject, std::string& out) {
  const json& value = json_at(model, name);
  if (value.is_null()) return {};
  if (!value.is_string()) return unexpected_json(subject, name, say("a text"), value);
  out = value.get<std::string>();
  return {};
}

}   // namespace

Status bpe_from_json(const json& model, const std::string& subject, TokenizerRules& rules) {
  const json& dropout = json_at(model, "dropout");
  if (dropout.is_number() && dropout.get<double>() > 0)
    return make_error(ErrorCode::Unsupported, subject,
                      say("entry \"{}\": expected nothing, found {}: every text would have other tokens each time",
                          "dropout", dropout.dump()),
                      say("Set it to null in the file"));
  LIFT_RETURN_IF_ERROR(read_text_or_null(model, "continuing_subword_prefix", subject, rules.bpe.continuing_prefix));
  LIFT_RETURN_IF_ERROR(read_text_or_null(model, "end_of_word_suffix", subject, rules.bpe.word_suffix));
  LIFT_ASSIGN(rules.bpe.fuse_unknown, json_flag(model, "fuse_unk", false, subject));
  LIFT_ASSIGN(rules.bpe.byte_fallback, json_flag(model, "byte_fallback", false, subject));
  LIFT_ASSIGN(rules.bpe.ignore_merges, json_flag(model, "ignore_merges", false, subject));
  LIFT_RETURN_IF_ERROR(read_vocabulary(json_at(model, "vocab"), subject, rules.pieces));
  if (rules.byte_level && (!rules.bpe.continuing_prefix.empty() || !rules.bpe.word_suffix.empty()))
    return make_error(ErrorCode::Unsupported, subject,
                      say("expected byte-level pieces without prefix or suffix, found some"));

  PieceIds ids;
  ids.reserve(rules.pieces.size());
  for (std::size_t id = 0; id < rules.pieces.size(); ++id) ids.try_emplace(rules.pieces[id], static_cast<TokenId>(id));
  std::string unknown;
  LIFT_RETURN_IF_ERROR(read_text_or_null(model, "unk_token", subject, unknown));
  if (!unknown.empty()) {
    const auto found = ids.find(unknown);
    if (found == ids.end())
      return make_error(ErrorCode::Malformed, subject,
                        say("entry \"unk_token\": expected a piece of the vocabulary, found {}", quote_name(unknown)));
    rules.bpe.unknown = found->second;
  }
  return read_merges(json_at(model, "merges"), ids, subject, rules);
}

}   // namespace lift
