#include "core/tokenizer/added_tokens.h"

#include "core/base/check.h"
#include "core/base/utf8.h"

namespace lift {

namespace {

Regex compile_known(std::string_view pattern) {
  auto regex = Regex::compile(pattern, "pattern of added tokens");
  LIFT_CHECK(regex.ok(), regex.ok() ? "" : regex.error().message.text());
  return std::move(regex).value();
}

std::size_t last_character_begin(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && text.size() - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

}   // namespace

AddedTokenMatcher::AddedTokenMatcher() : nodes_(1), word_(compile_known("\\w")), blanks_(compile_known("\\s")) {}

void AddedTokenMatcher::add(const AddedToken& token, std::string_view content) {
  if (content.empty()) return;
  std::uint32_t node = 0;
  for (const char byte : content) {
    const auto [place, fresh] =
        nodes_[node].next.try_emplace(static_cast<unsigned char>(byte), static_cast<std::uint32_t>(nodes_.size()));
    node = place->second;
    if (fresh) nodes_.emplace_back();
  }
  nodes_[node].token = static_cast<std::int32_t>(tokens_.size());
  tokens_.push_back(token);
}

const AddedToken* AddedTokenMatcher::longest_at(std::string_view text, std::size_t at, std::size_t& length) const {
  const AddedToken* best = nullptr;
  std::uint32_t node = 0;
  for (std::size_t end = at; end < text.size(); ++end) {
    const auto next = nodes_[node].next.find(static_cast<unsigned char>(text[end]));
    if (next == nodes_[node].next.end()) break;
    node = next->second;
    if (nodes_[node].token < 0) continue;
    best = &tokens_[static_cast<std::size_t>(nodes_[node].token)];
    length = end + 1 - at;
  }
  return best;
}

std::vector<AddedTokenMatch> AddedTokenMatcher::split(std::string_view text, bool parse_special) const {
  std::vector<AddedTokenMatch> out;
  std::size_t taken = 0;
  const auto take = [&](std::size_t begin, std::size_t end, std::optional<TokenId> id) {
    if (end > begin) out.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, id});
  };
  const auto blank_before = [&](std::size_t at) {
    while (at > taken && blanks_.matches_at_start(text.substr(last_character_begin(text.substr(0, at)))))
      at = last_character_begin(text.substr(0, at));
    return at;
  };
  const auto touches_word = [&](std::size_t begin, std::size_t end) {
    return (begin > 0 && word_.matches_at_start(text.substr(last_character_begin(text.substr(0, begin))))) ||
           (end < text.size() && word_.matches_at_start(text.substr(end)));
  };
  for (std::size_t at = 0; at < text.size() && !empty();) {
    if (!nodes_[0].next.contains(static_cast<unsigned char>(text[at]))) {
      ++at;
      continue;
    }
    std::size_t length = 0;
    const AddedToken* token = longest_at(text, at, length);
    if (!token) {
      ++at;
      continue;
    }
    std::size_t begin = at, end = at + length;
    at = end;
    if (token->special && !parse_special) continue;
    if (token->single_word && touches_word(begin, end)) continue;
    if (token->lstrip) begin = blank_before(begin);
    while (token->rstrip && end < text.size() && blanks_.matches_at_start(text.substr(end)))
      end += utf8_at(text, end).bytes;
    begin = std::max(begin, taken);
    at = std::max(at, end);
    take(taken, begin, std::nullopt);
    take(begin, end, token->id);
    taken = end;
  }
  take(taken, text.size(), std::nullopt);
  return out;
}

AddedTokens::AddedTokens(std::vector<AddedToken> tokens, const Normalizer& normalizer) : tokens_(std::move(tokens)) {
  for (const AddedToken& token : tokens_) {
    if (token.normalized && !normalizer.changes_nothing()) normalized_.add(token, normalizer.apply(token.content));
    else if (token.normalized) normalized_.add(token, token.content);
    else raw_.add(token, token.content);
  }
}

}   // namespace lift
