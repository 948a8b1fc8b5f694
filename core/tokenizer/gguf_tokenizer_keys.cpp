#include "core/tokenizer/gguf_tokenizer_keys.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/io/quote_name.h"
#include "core/tokenizer/folder_tokenizer.h"
#include "core/tokenizer/gguf_vocabulary.h"
#include "core/tokenizer/named_templates.h"

namespace lift {

namespace {

Error unsupported(const std::filesystem::path& folder, Sentence message) {
  return make_error(ErrorCode::Unsupported, say("{}, its tokenizer", folder.string()), std::move(message),
                    say("Export a Hugging Face folder instead, and use it with programs that read one"));
}

std::int32_t number_of(GgufTokenType type) { return static_cast<std::int32_t>(type); }

bool is_byte(const std::string& piece) { return piece.size() == 6 && piece.starts_with("<0x") && piece.ends_with('>'); }

struct Vocabulary {
  std::vector<std::string> pieces;
  std::vector<std::int32_t> types;
};

// Ids that no token has are there in the embedding, and need a name of their own.
Result<Vocabulary> vocabulary_of(const TokenizerRules& rules, const std::filesystem::path& folder, std::int64_t size) {
  Vocabulary all{rules.pieces, {}};
  for (const AddedToken& token : rules.added)
    all.pieces.resize(std::max(all.pieces.size(), static_cast<std::size_t>(token.id) + 1));
  if (std::ssize(all.pieces) > size)
    return unsupported(folder,
                       say("expected a row of the embedding for each of {} tokens, found {}", all.pieces.size(), size));
  all.pieces.resize(static_cast<std::size_t>(size));
  for (const std::string& piece : all.pieces)
    all.types.push_back(
        number_of(rules.bpe.byte_fallback && is_byte(piece) ? GgufTokenType::Byte : GgufTokenType::Normal));
  if (!rules.byte_level && rules.bpe.unknown)
    all.types[static_cast<std::size_t>(*rules.bpe.unknown)] = number_of(GgufTokenType::Unknown);
  for (const AddedToken& token : rules.added) {
    const auto id = static_cast<std::size_t>(token.id);
    all.pieces[id] = token.content;
    if (all.types[id] != number_of(GgufTokenType::Unknown))
      all.types[id] = number_of(token.special ? GgufTokenType::Control : GgufTokenType::UserDefined);
  }
  for (std::size_t id = 0; id < all.pieces.size(); ++id)
    if (all.pieces[id].empty()) {
      all.pieces[id] = fmt::format("[PAD{}]", id);
      all.types[id] = number_of(GgufTokenType::Unused);
    }
  return all;
}

// SentencePiece's own scores of a vocabulary that was learned by merging: each piece, less the later it came.
std::vector<float> scores_of(const TokenizerRules& rules, std::size_t size) {
  std::vector<float> scores(size, 0);
  if (rules.word_rule == WordRule::Scores) {
    for (std::size_t id = 0; id < rules.scores.size() && id < size; ++id)
      scores[id] = static_cast<float>(rules.scores[id]);
    return scores;
  }
  std::vector<bool> ranked(size, false);
  float rank = 0;
  for (const BpeMerge& merge : rules.merges) {
    const auto id = static_cast<std::size_t>(merge.result);
    if (ranked[id]) continue;
    ranked[id] = true;
    scores[id] = -rank;
    rank += 1;
  }
  for (std::size_t id = 0; id < rules.pieces.size() && id < size; ++id)
    if (!ranked[id]) scores[id] = -rank;
  return scores;
}

std::vector<std::string> merges_of(const TokenizerRules& rules) {
  std::vector<std::string> merges;
  merges.reserve(rules.merges.size());
  for (const BpeMerge& merge : rules.merges)
    merges.push_back(rules.pieces[static_cast<std::size_t>(merge.left)] + " " +
                     rules.pieces[static_cast<std::size_t>(merge.right)]);
  return merges;
}

// The name in llama.cpp of a pre-tokeniser that cuts in the same way.
Result<std::string> pre_of(const TokenizerRules& rules, const std::filesystem::path& folder) {
  const std::string wanted = rules.pretokenizer.description();
  for (const std::string_view name : gguf_pretokenizer_names()) {
    LIFT_ASSIGN(const GgufPretokenizer known, gguf_pretokenizer(name, folder.string()));
    if (!known.raw_text && known.ignore_merges == rules.bpe.ignore_merges && known.pretokenizer.description() == wanted)
      return std::string(name);
  }
  return unsupported(
      folder, say("expected a way to cut words that llama.cpp has a name for, found {}", quote_name(wanted, 200)));
}

bool blank_first(const TokenizerRules& rules) {
  for (const NormalizerStep& step : rules.normalizer.steps())
    if (step.kind == NormalizerStep::Kind::Prepend) return true;
  for (const PretokenizerStep& step : rules.pretokenizer.steps())
    if (step.kind == PretokenizerStep::Kind::Metaspace && step.prepend != PretokenizerStep::Prepend::Never) return true;
  return false;
}

void tell_normalizer(const TokenizerRules& rules, std::vector<Sentence>& notices) {
  for (const NormalizerStep& step : rules.normalizer.steps())
    if (step.kind != NormalizerStep::Kind::Prepend && step.kind != NormalizerStep::Kind::Replace) {
      notices.push_back(
          say("llama.cpp does not bring text into a Unicode form first ({}): texts with marks of their own "
              "may have other ids there",
              rules.normalizer.description()));
      return;
    }
}

Status add_templates(const std::filesystem::path& folder, std::vector<GgufOutKey>& keys) {
  LIFT_ASSIGN(const auto usual, load_chat_template(folder));
  LIFT_ASSIGN(const auto named, load_named_templates(folder));
  if (usual) keys.push_back({"tokenizer.chat_template", *usual});
  std::vector<std::string> names;
  for (const NamedTemplate& other : named) {
    keys.push_back({"tokenizer.chat_template." + other.name, other.source});
    names.push_back(other.name);
  }
  if (!names.empty()) keys.push_back({"tokenizer.chat_templates", names});
  return {};
}

Status add_ids(const TokenizerRules& rules, std::vector<GgufOutKey>& keys) {
  const SpecialTokens& special = rules.special;
  for (const auto& [name, id] : {std::pair("bos", special.bos), std::pair("eos", special.eos),
                                 std::pair("padding", special.pad), std::pair("unknown", special.unknown)})
    if (id) keys.push_back({fmt::format("tokenizer.ggml.{}_token_id", name), static_cast<std::uint32_t>(*id)});
  for (const TokenId id : special.end_of_generation)
    if (!special.eos || id != *special.eos) {   // llama.cpp finds further ones by their text
      keys.push_back({"tokenizer.ggml.eot_token_id", static_cast<std::uint32_t>(id)});
      break;
    }
  const auto is_only = [](const std::vector<TokenId>& ids, const std::optional<TokenId>& id) {
    return ids.empty() || (ids.size() == 1 && id && ids.front() == *id);
  };
  if (!is_only(rules.prefix, special.bos) || !is_only(rules.suffix, special.eos))
    return make_error(ErrorCode::Unsupported, say("tokenizer"),
                      say("expected at most a first and an end token around a text, found others"));
  keys.push_back({"tokenizer.ggml.add_bos_token", !rules.prefix.empty()});
  keys.push_back({"tokenizer.ggml.add_eos_token", !rules.suffix.empty()});
  return {};
}

}   // namespace

Result<GgufTokenizerKeys> gguf_tokenizer_from_folder(const std::filesystem::path& folder,
                                                     std::int64_t vocabulary_size) {
  return catch_exceptions(folder.string(), [&]() -> Result<GgufTokenizerKeys> {
    LIFT_ASSIGN(const TokenizerRules rules, rules_from_folder(folder));
    if (rules.word_rule == WordRule::Unigram)
      return unsupported(folder, say("expected merges or scores of pieces, found a unigram model"));
    if (!rules.byte_level && !rules.bpe.byte_fallback)
      return unsupported(folder, say("expected pieces for every byte, found a vocabulary without them"));
    LIFT_ASSIGN(const Vocabulary vocabulary, vocabulary_of(rules, folder, vocabulary_size));
    GgufTokenizerKeys made;
    auto& keys = made.keys;
    keys.push_back({"tokenizer.ggml.model", std::string(rules.byte_level ? "gpt2" : "llama")});
    if (rules.byte_level) {
      LIFT_ASSIGN(const std::string pre, pre_of(rules, folder));
      keys.push_back({"tokenizer.ggml.pre", pre});
    } else {
      keys.push_back({"tokenizer.ggml.pre", std::string("default")});
    }
    keys.push_back({"tokenizer.ggml.tokens", vocabulary.pieces});
    if (rules.byte_level) keys.push_back({"tokenizer.ggml.merges", merges_of(rules)});
    else keys.push_back({"tokenizer.ggml.scores", scores_of(rules, vocabulary.pieces.size())});
    keys.push_back({"tokenizer.ggml.token_type", vocabulary.types});
    if (!rules.byte_level) keys.push_back({"tokenizer.ggml.add_space_prefix", blank_first(rules)});
    LIFT_RETURN_IF_ERROR(add_ids(rules, keys));
    LIFT_RETURN_IF_ERROR(add_templates(folder, keys));
    tell_normalizer(rules, made.notices);
    return made;
  });
}

}   // namespace lift
