#include "core/tokenizer/gguf_vocabulary.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/io/quote_name.h"
#include "core/tokenizer/end_of_generation.h"

namespace lift {

namespace {

std::string subject_of(const GgufReader& file) { return file.file()->path().string(); }

template <typename T>
const std::vector<T>* list_key(const GgufReader& file, std::string_view name) {
  const GgufValue* value = file.key(name);
  return value ? std::get_if<std::vector<T>>(value) : nullptr;
}

Error wrong_list(const GgufReader& file, std::string_view name, std::string_view kind) {
  return make_error(
      ErrorCode::Malformed, say("{}, key {}", subject_of(file), name),
      say("expected a list of {}, found {}", kind, file.key(name) ? say("another kind") : say("nothing")));
}

Error too_short(const GgufReader& file, std::string_view name, std::size_t wanted, std::size_t found) {
  return make_error(ErrorCode::Malformed, say("{}, key {}", subject_of(file), name),
                    say("expected {} entries, as many as tokens, found {}", wanted, found));
}

// Of code completion; special by their text, as the end tokens are.
constexpr std::array<std::string_view, 33> kCompletionTokens{
    "<|fim_prefix|>",  "<fim-prefix>",    "<fim_prefix>",   "<PRE>",         "▁<PRE>",       "<|code_prefix|>",
    "<|prefix|>",      "<|fim_suffix|>",  "<fim-suffix>",   "<fim_suffix>",  "<SUF>",        "▁<SUF>",
    "<|code_suffix|>", "<|suffix|>",      "<|fim_middle|>", "<fim-middle>",  "<fim_middle>", "<MID>",
    "▁<MID>",          "<|code_middle|>", "<|middle|>",     "<|fim_pad|>",   "<fim-pad>",    "<fim_pad>",
    "<PAD>",           "[PAD]",           "<|fim_repo|>",   "<|repo_name|>", "<fim-repo>",   "<REPO>",
    "<reponame>",      "<|file_sep|>",    "<｜fim▁begin｜>"};
constexpr std::array<std::string_view, 2> kMoreCompletionTokens{"<｜fim▁hole｜>", "<｜fim▁end｜>"};
// Found in every text, whatever the caller asks (gpt-oss).
constexpr std::array<std::string_view, 4> kChannelTokens{"<|channel|>", "<|message|>", "<|start|>", "<|constrain|>"};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& all, std::string_view text) {
  return std::ranges::find(all, text) != all.end();
}

void type_by_text(GgufVocabulary& vocabulary) {
  const auto has = [&](std::string_view text) {
    return std::ranges::find(vocabulary.pieces, text) != vocabulary.pieces.end();
  };
  const bool plain_s = has("<|tool_response>");
  const bool channels =
      has("<|end|>") && ((has("<|return|>") && has("<|call|>")) || (has("<|flush|>") && has("<|calls|>")));
  for (std::size_t id = 0; id < vocabulary.pieces.size(); ++id) {
    const std::string& text = vocabulary.pieces[id];
    GgufTokenType& type = vocabulary.types[id];
    if (text.size() < 3 ||
        (text.front() != '<' && text.front() != '[' && text.front() != '_' && text.front() != '\xE2'))
      continue;
    if (is_among(kChannelTokens, text) || (channels && text == "<|end|>")) type = GgufTokenType::UserDefined;
    else if (plain_s && text == "</s>") type = GgufTokenType::Normal;
    else if (is_known_end(text) || is_among(kCompletionTokens, text) || is_among(kMoreCompletionTokens, text))
      type = GgufTokenType::Control;
  }
}

// An id that is not of the vocabulary counts as absent: old converters wrote -1 for "none".
std::optional<TokenId> id_key(const GgufReader& file, std::string_view name, std::size_t vocabulary) {
  if (!file.key(name)) return std::nullopt;
  const auto id = file.integer_key(name);
  if (!id.ok() || *id < 0 || static_cast<std::size_t>(*id) >= vocabulary) return std::nullopt;
  return static_cast<TokenId>(*id);
}

// llama.cpp's rules for one model's tokens, by the name in the file.
bool takes_blanks_behind(const GgufReader& file, std::string_view text) {
  const GgufValue* value = file.key("general.name");
  const auto* given = value ? std::get_if<std::string>(value) : nullptr;
  if (!given) return false;
  std::string name = *given;
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (name.find("phi-3") == std::string::npos && name.find("phi3") == std::string::npos) return false;
  return text != "<unk>" && text != "<s>" && text != "<|endoftext|>";
}

}   // namespace

Result<GgufVocabulary> read_gguf_vocabulary(const GgufReader& file) {
  constexpr std::string_view tokens_key = "tokenizer.ggml.tokens", types_key = "tokenizer.ggml.token_type";
  const auto* pieces = list_key<std::string>(file, tokens_key);
  if (!pieces || pieces->empty()) return wrong_list(file, tokens_key, "texts");
  GgufVocabulary vocabulary{*pieces, std::vector<GgufTokenType>(pieces->size(), GgufTokenType::Normal)};
  for (std::size_t id = 0; id < pieces->size(); ++id)
    if (vocabulary.pieces[id].empty()) vocabulary.pieces[id] = fmt::format("[EMPTY_{}]", id);
  if (file.key(types_key)) {
    const auto* types = list_key<std::int64_t>(file, types_key);
    if (!types) return wrong_list(file, types_key, "whole numbers");
    if (types->size() < pieces->size()) return too_short(file, types_key, pieces->size(), types->size());
    for (std::size_t id = 0; id < pieces->size(); ++id)
      vocabulary.types[id] =
          (*types)[id] >= 1 && (*types)[id] <= 6 ? static_cast<GgufTokenType>((*types)[id]) : GgufTokenType::Undefined;
  }
  type_by_text(vocabulary);
  return vocabulary;
}

Result<std::vector<double>> read_gguf_scores(const GgufReader& file, std::size_t tokens) {
  constexpr std::string_view name = "tokenizer.ggml.scores";
  if (!file.key(name)) return std::vector<double>(tokens, 0.0);   // as llama.cpp: the leftmost pair merges first
  if (const auto* whole = list_key<std::int64_t>(file, name); whole && whole->size() >= tokens)
    return std::vector<double>(whole->begin(), whole->begin() + static_cast<std::ptrdiff_t>(tokens));
  const auto* scores = list_key<double>(file, name);
  if (!scores) return wrong_list(file, name, "numbers");
  if (scores->size() < tokens) return too_short(file, name, tokens, scores->size());
  return std::vector<double>(scores->begin(), scores->begin() + static_cast<std::ptrdiff_t>(tokens));
}

Result<std::vector<BpeMerge>> read_gguf_merges(const GgufReader& file, const std::vector<std::string>& pieces) {
  constexpr std::string_view name = "tokenizer.ggml.merges";
  const auto* lines = list_key<std::string>(file, name);
  if (!lines) return wrong_list(file, name, "texts");
  std::unordered_map<std::string_view, TokenId> ids;
  ids.reserve(pieces.size());
  for (std::size_t id = 0; id < pieces.size(); ++id) ids.try_emplace(pieces[id], static_cast<TokenId>(id));
  const auto id_of = [&](std::string_view piece) {
    const auto found = ids.find(piece);
    return found == ids.end() ? TokenId{-1} : found->second;
  };
  std::vector<BpeMerge> merges;
  merges.reserve(lines->size());
  for (const std::string& line : *lines) {
    const std::size_t blank = line.find(' ', 1);
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

std::vector<AddedToken> added_tokens_of(const GgufReader& file, const GgufVocabulary& vocabulary) {
  std::vector<AddedToken> added;
  for (std::size_t id = 0; id < vocabulary.pieces.size(); ++id) {
    const GgufTokenType type = vocabulary.types[id];
    const bool special = type == GgufTokenType::Control || type == GgufTokenType::Unknown;
    if (!special && type != GgufTokenType::UserDefined) continue;
    const std::string& text = vocabulary.pieces[id];
    added.push_back({static_cast<TokenId>(id), text, special, false, false, takes_blanks_behind(file, text), false});
  }
  return added;
}

SpecialTokens special_tokens_of(const GgufReader& file, const GgufVocabulary& vocabulary,
                                const SpecialTokens& defaults) {
  const std::size_t size = vocabulary.pieces.size();
  const auto in_range = [size](std::optional<TokenId> id) {
    return id && static_cast<std::size_t>(*id) < size ? id : std::nullopt;
  };
  const auto id_of = [&](std::string_view name, std::optional<TokenId> otherwise) {
    const auto id = id_key(file, name, size);
    return id ? id : in_range(otherwise);
  };
  SpecialTokens special;
  special.bos = id_of("tokenizer.ggml.bos_token_id", defaults.bos);
  special.eos = id_of("tokenizer.ggml.eos_token_id", defaults.eos);
  special.pad = id_of("tokenizer.ggml.padding_token_id", defaults.pad);
  special.unknown = id_of("tokenizer.ggml.unknown_token_id", defaults.unknown);
  if (special.eos) add_end_of_generation(special, *special.eos);
  for (const auto name : {"tokenizer.ggml.eot_token_id", "tokenizer.ggml.eom_token_id"})
    if (const auto id = id_key(file, name, size)) add_end_of_generation(special, *id);
  add_known_ends(special, added_tokens_of(file, vocabulary));
  return special;
}

std::optional<bool> gguf_flag(const GgufReader& file, std::string_view name) {
  const GgufValue* value = file.key(name);
  const bool* flag = value ? std::get_if<bool>(value) : nullptr;
  return flag ? std::optional(*flag) : std::nullopt;
}

}   // namespace lift
