#include "core/tokenizer/added_vocabulary.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "core/base/say.h"
#include "core/io/quote_name.h"
#include "core/tokenizer/json_field.h"

namespace lift {

using nlohmann::json;

namespace {

constexpr std::array kNamedTokens{"bos_token", "eos_token", "unk_token", "sep_token",
                                  "pad_token", "cls_token", "mask_token"};

std::optional<std::int64_t> parse_id(const std::string& text) {
  std::int64_t id = -1;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (problem != std::errc() || end != text.data() + text.size() || id < 0) return std::nullopt;
  return id;
}

bool same_flags(const AddedToken& a, const AddedToken& b) {
  return a.content == b.content && a.special == b.special && a.single_word == b.single_word && a.lstrip == b.lstrip &&
         a.rstrip == b.rstrip && a.normalized == b.normalized;
}

// The list that grows token by token, as tokenizers' AddedVocabulary::add_tokens.
class Growing {
 public:
  explicit Growing(const TokenizerRules& rules) {
    ids_.reserve(rules.pieces.size());
    for (std::size_t id = 0; id < rules.pieces.size(); ++id) {
      if (rules.pieces[id].empty()) continue;
      ids_.try_emplace(rules.pieces[id], static_cast<TokenId>(id));
      ++vocabulary_;
    }
  }

  // Gives the id that the token has from now on.
  TokenId add(AddedToken token) {
    const auto [known, fresh] = ids_.try_emplace(token.content, std::max(vocabulary_, largest_ + 1));
    token.id = known->second;
    largest_ = std::max(largest_, token.id);
    const auto [place, first] = places_.try_emplace(token.content, tokens_.size());
    if (first) tokens_.push_back(std::move(token));
    else tokens_[place->second] = std::move(token);
    return known->second;
  }
  bool has(const AddedToken& token) const {
    const auto place = places_.find(token.content);
    return place != places_.end() && same_flags(tokens_[place->second], token);
  }
  bool knows(const std::string& content) const { return places_.contains(content); }
  std::vector<AddedToken> take() { return std::move(tokens_); }

 private:
  std::unordered_map<std::string, TokenId> ids_;
  std::vector<AddedToken> tokens_;
  std::unordered_map<std::string, std::size_t> places_;   // in tokens_, by content
  TokenId vocabulary_ = 0, largest_ = -1;
};

class Completer {
 public:
  Completer(const SideFiles& files, const AddedVocabularyInput& input, TokenizerRules& rules)
      : files_(files), input_(input), rules_(rules), growing_(rules) {
    for (const char* name : kNamedTokens)
      if (const auto token = named(name)) names_.insert(token->content);
  }

  void run() {
    if (input_.keeps_own)
      for (const AddedToken& token : rules_.added) add_numbered(token, token.id);
    for (const auto& [id, token] : listed_beside())
      if (!growing_.has(token)) add_numbered(token, id);
    for (const char* name : kNamedTokens)
      if (auto token = named(name)) add_if_new(std::move(*token));
    for (const AddedToken& token : input_.extra) add_if_new(token);
    add_more_named();
    const json& extra = json_at(files_.tokenizer_config, "extra_special_tokens");
    add_all(extra.empty() ? json_at(files_.tokenizer_config, "additional_special_tokens") : extra);
    rules_.added = growing_.take();
    name_special_tokens();
  }

 private:
  // "added_tokens_decoder"; without it added_tokens.json and tokenizer.json's own.
  std::map<std::int64_t, AddedToken> listed_beside() const {
    std::map<std::int64_t, AddedToken> listed;
    const json& decoder = json_at(files_.tokenizer_config, "added_tokens_decoder");
    if (decoder.is_object()) {
      for (const auto& [key, entry] : decoder.items()) {
        const auto id = parse_id(key);
        auto token = added_token_from(entry, false);
        if (id && token) listed.insert_or_assign(*id, std::move(*token));
      }
      return listed;
    }
    if (files_.added_tokens.is_object()) {
      for (const auto& [content, id] : files_.added_tokens.items()) {
        if (content.empty() || !id.is_number_integer()) continue;
        const bool is_special = names_.contains(content);
        listed.insert_or_assign(id.get<std::int64_t>(),
                                AddedToken{0, content, is_special, false, false, false, !is_special});
      }
    }
    for (const AddedToken& token : rules_.added) listed.insert_or_assign(token.id, token);
    return listed;
  }

  std::optional<AddedToken> named(const char* name) const {
    auto token = added_token_from(named_token_entry(files_, name), true);
    if (token) {
      token->special = true;
      return token;
    }
    for (const auto& [key, text] : input_.default_names)
      if (key == name) return AddedToken{0, text, true, false, false, false, false};
    return std::nullopt;
  }

  void add_numbered(AddedToken token, std::int64_t id) {
    token.special = token.special || names_.contains(token.content);
    const std::string content = token.content;
    const TokenId given = growing_.add(std::move(token));
    if (given != id && reported_.insert(content).second)
      rules_.notices.push_back(say("The added token {} has the id {}, as in transformers; a tokenizer file says {}.",
                                   quote_name(content, 60), given, id));
  }
  void add_if_new(AddedToken token) {
    if (!growing_.knows(token.content)) growing_.add(std::move(token));
  }
  // Any other "..._token" of tokenizer_config.json names a special token, too: "image_token".
  void add_more_named() {
    if (!files_.tokenizer_config.is_object()) return;
    for (const auto& [key, value] : files_.tokenizer_config.items()) {
      if (!key.ends_with("_token") || std::ranges::find(kNamedTokens, key) != kNamedTokens.end()) continue;
      if (auto token = added_token_from(value, true)) add_if_new(std::move(*token));
    }
  }
  void add_all(const json& list) {   // or an object of names
    if (!list.is_array() && !list.is_object()) return;
    for (const json& entry : list)
      if (auto token = added_token_from(entry, true)) add_if_new(std::move(*token));
  }

  void name_special_tokens() {
    const auto id_of = [&](const char* name) -> std::optional<TokenId> {
      const auto token = named(name);
      if (!token) return std::nullopt;
      const auto added = std::ranges::find(rules_.added, token->content, &AddedToken::content);
      return added == rules_.added.end() ? std::nullopt : std::optional(added->id);
    };
    rules_.special.bos = id_of("bos_token");
    rules_.special.eos = id_of("eos_token");
    rules_.special.pad = id_of("pad_token");
    rules_.special.unknown = id_of("unk_token");
  }

  const SideFiles& files_;
  const AddedVocabularyInput& input_;
  TokenizerRules& rules_;
  Growing growing_;
  std::set<std::string> names_, reported_;
};

}   // namespace

void complete_added_tokens(const SideFiles& files, const AddedVocabularyInput& input, TokenizerRules& rules) {
  Completer(files, input, rules).run();
}

}   // namespace lift
