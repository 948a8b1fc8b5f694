#include "core/tokenizer/unigram_model.h"

#include <algorithm>
#include <limits>

#include "core/base/utf8.h"

namespace lift {

namespace {

constexpr double kUnknownPenalty = 10;
constexpr std::uint32_t kNowhere = UINT32_MAX;

// The best way to a place of the word: the last piece of it.
struct Place {
  double score = 0;
  std::uint32_t from = kNowhere;
  TokenId id = -1;   // -1: a character in no piece, or the unknown token's own text
};

void take_if_better(Place& place, double score, std::uint32_t from, TokenId id) {
  if (place.from == kNowhere || score > place.score) place = {score, from, id};
}

}   // namespace

UnigramModel::UnigramModel(std::vector<std::string> pieces, std::vector<double> scores, std::optional<TokenId> unknown,
                           bool byte_fallback)
    : pieces_(std::move(pieces)), scores_(std::move(scores)), unknown_(unknown), byte_fallback_(byte_fallback) {
  const auto worst = std::ranges::min_element(scores_);
  unknown_score_ = (worst == scores_.end() ? 0.0 : *worst) - kUnknownPenalty;
}

void UnigramModel::emit_unknown(std::string_view word, std::uint32_t begin, std::uint32_t end,
                                std::vector<WordToken>& out) const {
  const std::string_view text = word.substr(begin, end - begin);
  if (const auto id = pieces_.find(text)) {
    out.push_back({*id, begin, end});
    return;
  }
  const bool bytes =
      byte_fallback_ && std::ranges::all_of(text, [&](char c) { return pieces_.byte_token(c).has_value(); });
  if (!bytes) {
    if (unknown_) out.push_back({*unknown_, begin, end});
    return;
  }
  for (std::uint32_t at = begin; at < end; ++at) out.push_back({*pieces_.byte_token(word[at]), at, at + 1});
}

void UnigramModel::encode_word(std::string_view word, std::vector<WordToken>& out) const {
  const auto size = static_cast<std::uint32_t>(word.size());
  std::vector<Place> places(size + 1);
  for (std::uint32_t at = 0; at < size;) {
    const std::uint32_t character = utf8_at(word, at).bytes;
    bool whole_character = false;
    const auto longest = static_cast<std::uint32_t>(std::min<std::size_t>(pieces_.longest(), size - at));
    for (std::uint32_t length = 1; length <= longest; ++length) {
      const auto id = pieces_.find(word.substr(at, length));
      if (!id) continue;
      const double score = places[at].score + scores_[static_cast<std::size_t>(*id)];
      take_if_better(places[at + length], score, at, id == unknown_ ? -1 : *id);
      whole_character = whole_character || length == character;
    }
    if (!whole_character) take_if_better(places[at + character], places[at].score + unknown_score_, at, -1);
    at += character;
  }
  std::vector<WordToken> reversed;
  for (std::uint32_t end = size; end > 0; end = places[end].from) {
    const Place& place = places[end];
    if (place.id < 0 && !reversed.empty() && reversed.back().id < 0) reversed.back().begin = place.from;
    else reversed.push_back({place.id, place.from, end});
  }
  for (auto token = reversed.rbegin(); token != reversed.rend(); ++token) {
    if (token->id >= 0) out.push_back(*token);
    else emit_unknown(word, token->begin, token->end, out);
  }
}

}   // namespace lift
