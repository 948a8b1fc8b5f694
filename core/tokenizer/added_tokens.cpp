#include "core/tokenizer/added_tokens.h"

#include <algorithm>
#include <tuple>

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

AddedTokenMatch match_of(std::size_t begin, std::size_t end, std::optional<TokenId> id) {
  return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, id};
}

bool is_ascii_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

// A place where a token stands; sorted in the order in which llama.cpp looks for them.
struct Find {
  std::uint32_t length;
  std::int32_t token;
  std::uint32_t at;
  bool operator<(const Find& other) const {
    return length != other.length ? length > other.length : std::tie(token, at) < std::tie(other.token, other.at);
  }
};

}   // namespace

AddedTokenMatcher::AddedTokenMatcher(AddedTokenOrder order)
    : nodes_(1), order_(order), word_(compile_known("\\w")), blanks_(compile_known("\\s")) {}

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

std::vector<AddedTokenMatch> AddedTokenMatcher::leftmost_matches(std::string_view text, bool parse_special) const {
  std::vector<AddedTokenMatch> out;
  std::size_t taken = 0;
  const auto blank_before = [&](std::size_t at) {
    while (at > taken && blanks_.matches_at_start(text.substr(last_character_begin(text.substr(0, at)))))
      at = last_character_begin(text.substr(0, at));
    return at;
  };
  const auto touches_word = [&](std::size_t begin, std::size_t end) {
    return (begin > 0 && word_.matches_at_start(text.substr(last_character_begin(text.substr(0, begin))))) ||
           (end < text.size() && word_.matches_at_start(text.substr(end)));
  };
  for (std::size_t at = 0; at < text.size();) {
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
    out.push_back(match_of(begin, end, token->id));
    taken = end;
  }
  return out;
}

std::vector<AddedTokenMatch> AddedTokenMatcher::longest_matches(std::string_view text, bool parse_special) const {
  std::vector<Find> finds;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    std::uint32_t node = 0;
    for (std::uint32_t end = at; end < text.size(); ++end) {
      const auto next = nodes_[node].next.find(static_cast<unsigned char>(text[end]));
      if (next == nodes_[node].next.end()) break;
      node = next->second;
      const std::int32_t token = nodes_[node].token;
      if (token >= 0 && (parse_special || !tokens_[static_cast<std::size_t>(token)].special))
        finds.push_back({end + 1 - at, token, at});
    }
  }
  std::sort(finds.begin(), finds.end());
  std::vector<AddedTokenMatch> out;
  std::vector<bool> taken(finds.empty() ? 0 : text.size());
  for (const Find& find : finds) {
    std::uint32_t begin = find.at, end = find.at + find.length;
    if (std::find(taken.begin() + begin, taken.begin() + end, true) != taken.begin() + end) continue;
    const AddedToken& token = tokens_[static_cast<std::size_t>(find.token)];
    while (token.lstrip && begin > 0 && !taken[begin - 1] && is_ascii_space(text[begin - 1])) --begin;
    while (token.rstrip && end < text.size() && !taken[end] && is_ascii_space(text[end])) ++end;
    std::fill(taken.begin() + begin, taken.begin() + end, true);
    out.push_back(match_of(begin, end, token.id));
  }
  std::ranges::sort(out, {}, [](const AddedTokenMatch& match) { return match.span.begin; });
  return out;
}

std::vector<AddedTokenMatch> AddedTokenMatcher::split(std::string_view text, bool parse_special) const {
  std::vector<AddedTokenMatch> found;
  if (!empty())
    found = order_ == AddedTokenOrder::Longest ? longest_matches(text, parse_special)
                                               : leftmost_matches(text, parse_special);
  std::vector<AddedTokenMatch> all;
  std::size_t at = 0;
  for (const AddedTokenMatch& match : found) {
    if (match.span.begin > at) all.push_back(match_of(at, match.span.begin, std::nullopt));
    all.push_back(match);
    at = match.span.end;
  }
  if (at < text.size()) all.push_back(match_of(at, text.size(), std::nullopt));
  return all;
}

AddedTokens::AddedTokens(std::vector<AddedToken> tokens, AddedTokenOrder order, const Normalizer& normalizer)
    : tokens_(std::move(tokens)), raw_(order), normalized_(order) {
  for (const AddedToken& token : tokens_) {
    if (token.normalized && !normalizer.changes_nothing()) normalized_.add(token, normalizer.apply(token.content));
    else if (token.normalized) normalized_.add(token, token.content);
    else raw_.add(token, token.content);
  }
}

}   // namespace lift
