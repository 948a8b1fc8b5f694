#include "core/tokenizer/gguf_tokenizer.h"

#include "core/base/say.h"
#include "core/io/quote_name.h"
#include "core/tokenizer/bpe_tokenizer.h"
#include "core/tokenizer/end_of_generation.h"
#include "core/tokenizer/sentencepiece_tokenizer.h"

namespace lift {

namespace {

enum class GgufTokenType : std::int64_t { Normal = 1, Unknown, Control, UserDefined, Unused, Byte };

std::string subject_of(const GgufReader& file) { return file.file()->path().string(); }

template <typename T>
const std::vector<T>* list_key(const GgufReader& file, std::string_view name) {
  const GgufValue* value = file.key(name);
  return value ? std::get_if<std::vector<T>>(value) : nullptr;
}

template <typename T>
Result<const std::vector<T>*> required_list(const GgufReader& file, std::string_view name, std::string_view kind) {
  if (const auto* list = list_key<T>(file, name)) return list;
  return make_error(
      ErrorCode::Malformed, say("{}, key {}", subject_of(file), name),
      say("expected a list of {}, found {}", kind, file.key(name) ? say("another kind") : say("nothing")));
}

std::optional<bool> flag_key(const GgufReader& file, std::string_view name) {
  const GgufValue* value = file.key(name);
  const bool* flag = value ? std::get_if<bool>(value) : nullptr;
  return flag ? std::optional(*flag) : std::nullopt;
}

// An id that is not of the vocabulary counts as absent: old converters wrote -1 for "none".
std::optional<TokenId> id_key(const GgufReader& file, std::string_view name, std::size_t vocabulary) {
  if (!file.key(name)) return std::nullopt;
  const auto id = file.integer_key(name);
  if (!id.ok() || *id < 0 || static_cast<std::size_t>(*id) >= vocabulary) return std::nullopt;
  return static_cast<TokenId>(*id);
}

SpecialTokens special_tokens_from(const GgufReader& file, std::size_t vocabulary) {
  SpecialTokens special;
  special.bos = id_key(file, "tokenizer.ggml.bos_token_id", vocabulary);
  special.eos = id_key(file, "tokenizer.ggml.eos_token_id", vocabulary);
  special.pad = id_key(file, "tokenizer.ggml.padding_token_id", vocabulary);
  special.unknown = id_key(file, "tokenizer.ggml.unknown_token_id", vocabulary);
  for (const auto name : {"tokenizer.ggml.eos_token_id", "tokenizer.ggml.eot_token_id", "tokenizer.ggml.eom_token_id"})
    if (const auto id = id_key(file, name, vocabulary)) add_end_of_generation(special, *id);
  return special;
}

Result<std::vector<std::int64_t>> token_types(const GgufReader& file, std::size_t vocabulary) {
  const auto* types = list_key<std::int64_t>(file, "tokenizer.ggml.token_type");
  if (!types) return std::vector<std::int64_t>(vocabulary, static_cast<std::int64_t>(GgufTokenType::Normal));
  if (types->size() != vocabulary)
    return make_error(ErrorCode::Malformed, say("{}, key {}", subject_of(file), "tokenizer.ggml.token_type"),
                      say("expected {} entries, as many as tokens, found {}", vocabulary, types->size()));
  return *types;
}

std::vector<AddedToken> added_tokens_from(const std::vector<std::string>& pieces,
                                          const std::vector<std::int64_t>& types) {
  std::vector<AddedToken> added;
  for (std::size_t id = 0; id < pieces.size(); ++id) {
    const auto type = static_cast<GgufTokenType>(types[id]);
    const bool special = type == GgufTokenType::Control || type == GgufTokenType::Unknown;
    if (!special && type != GgufTokenType::UserDefined) continue;
    AddedToken token;
    token.id = static_cast<TokenId>(id);
    token.content = pieces[id];
    token.special = special;
    added.push_back(std::move(token));
  }
  return added;
}

Result<std::vector<BpeMerge>> merges_from(const GgufReader& file, const std::vector<std::string>& pieces) {
  LIFT_ASSIGN(const auto* lines, required_list<std::string>(file, "tokenizer.ggml.merges", "texts"));
  std::unordered_map<std::string_view, TokenId> ids;
  ids.reserve(pieces.size());
  for (std::size_t id = 0; id < pieces.size(); ++id) ids.try_emplace(pieces[id], static_cast<TokenId>(id));
  std::vector<BpeMerge> merges;
  merges.reserve(lines->size());
  for (const std::string& line : *lines) {
    const std::size_t blank = line.find(' ', 1);
    const auto id_of = [&](const std::string& piece) {
      const auto found = ids.find(piece);
      return found == ids.end() ? TokenId{-1} : found->second;
    };
    BpeMerge merge{-1, -1, -1};
    if (blank != std::string::npos) {
      const std::string left = line.substr(0, blank), right = line.substr(blank + 1);
      merge = {id_of(left), id_of(right), id_of(left + right)};
    }
    if (merge.left < 0 || merge.right < 0 || merge.result < 0)
      return make_error(
          ErrorCode::Malformed, say("{}, tokenizer.ggml.merges[{}]", subject_of(file), merges.size()),
          say("expected two pieces of the vocabulary that join to a third, found {}", quote_name(line, 80)));
    merges.push_back(merge);
  }
  return merges;
}

Result<std::unique_ptr<Tokenizer>> byte_level_from(const GgufReader& file, const std::vector<std::string>& pieces,
                                                   const std::vector<std::int64_t>& types) {
  std::string pre = "default";
  if (file.key("tokenizer.ggml.pre")) {
    LIFT_ASSIGN(pre, file.string_key("tokenizer.ggml.pre"));
  }
  LIFT_ASSIGN(GgufPretokenizer family, gguf_pretokenizer(pre, subject_of(file)));
  TokenizerRules rules;
  rules.source = say("pre-tokeniser {}", pre);
  rules.pieces = pieces;
  LIFT_ASSIGN(rules.merges, merges_from(file, pieces));
  rules.bpe.ignore_merges = family.ignore_merges;
  rules.byte_level = true;
  rules.pretokenizer = std::move(family.pretokenizer);
  rules.added = added_tokens_from(pieces, types);
  rules.decoder = {DecoderStep{DecoderStep::Kind::ByteLevel, {}, {}, 0}};
  rules.special = special_tokens_from(file, pieces.size());
  if (rules.special.bos && flag_key(file, "tokenizer.ggml.add_bos_token").value_or(family.add_bos))
    rules.prefix = {*rules.special.bos};
  if (rules.special.eos && flag_key(file, "tokenizer.ggml.add_eos_token").value_or(false))
    rules.suffix = {*rules.special.eos};
  add_known_ends(rules.special, rules.added);
  return std::unique_ptr<Tokenizer>(std::make_unique<BpeTokenizer>(std::move(rules)));
}

Result<std::unique_ptr<Tokenizer>> sentencepiece_from(const GgufReader& file, const std::vector<std::string>& pieces,
                                                      const std::vector<std::int64_t>& types) {
  LIFT_ASSIGN(const auto* scores, required_list<double>(file, "tokenizer.ggml.scores", "numbers"));
  if (scores->size() != pieces.size())
    return make_error(ErrorCode::Malformed, say("{}, key {}", subject_of(file), "tokenizer.ggml.scores"),
                      say("expected {} entries, as many as tokens, found {}", pieces.size(), scores->size()));
  SentencePieceRules rules;
  rules.source = say("from GGUF");
  rules.special = special_tokens_from(file, pieces.size());
  rules.added = added_tokens_from(pieces, types);
  // User-defined pieces are matched by SentencePiece itself.
  std::erase_if(rules.added, [](const AddedToken& token) { return !token.special; });
  if (rules.special.bos && flag_key(file, "tokenizer.ggml.add_bos_token").value_or(true))
    rules.prefix = {*rules.special.bos};
  if (rules.special.eos && flag_key(file, "tokenizer.ggml.add_eos_token").value_or(false))
    rules.suffix = {*rules.special.eos};
  add_known_ends(rules.special, rules.added);
  SentencePieceVocabulary vocabulary;
  vocabulary.pieces = pieces;
  vocabulary.scores.assign(scores->begin(), scores->end());
  vocabulary.types.assign(types.begin(), types.end());
  vocabulary.add_dummy_prefix = flag_key(file, "tokenizer.ggml.add_space_prefix").value_or(true);
  vocabulary.remove_extra_whitespaces = flag_key(file, "tokenizer.ggml.remove_extra_whitespaces").value_or(false);
  return SentencePieceTokenizer::make(serialize_sentencepiece_model(vocabulary), std::move(rules), subject_of(file));
}

}   // namespace

Result<std::unique_ptr<Tokenizer>> tokenizer_from_gguf(const GgufReader& file) {
  LIFT_ASSIGN(const std::string model, file.string_key("tokenizer.ggml.model"));
  if (model != "gpt2" && model != "llama")
    return make_error(ErrorCode::Unsupported, say("{}, key {}", subject_of(file), "tokenizer.ggml.model"),
                      say("expected gpt2 (byte-level BPE) or llama (SentencePiece), found {}", quote_name(model)));
  LIFT_ASSIGN(const auto* pieces, required_list<std::string>(file, "tokenizer.ggml.tokens", "texts"));
  LIFT_ASSIGN(const auto types, token_types(file, pieces->size()));
  return model == "gpt2" ? byte_level_from(file, *pieces, types) : sentencepiece_from(file, *pieces, types);
}

}   // namespace lift
