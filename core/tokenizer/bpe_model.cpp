#include "core/tokenizer/bpe_model.h"

#include <queue>

#include "core/base/utf8.h"

namespace lift {

namespace {

constexpr std::size_t kCachedWordBytes = 64;
constexpr std::size_t kCachedWordsPerShard = 8192;
constexpr std::uint32_t kNoUnit = UINT32_MAX;

std::uint64_t pair_key(TokenId left, TokenId right) {
  return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32) | static_cast<std::uint32_t>(right);
}

struct Candidate {
  std::uint32_t rank;
  std::uint32_t at;
  TokenId result;
  // The queue gives the largest first: lower rank, then further left.
  bool operator<(const Candidate& other) const { return rank != other.rank ? rank > other.rank : at > other.at; }
};

struct Unit {
  TokenId id;
  std::uint32_t begin, end;   // equal: merged away
  std::uint32_t previous, next;
};

}   // namespace

BpeModel::BpeModel(std::vector<std::string> pieces, const std::vector<BpeMerge>& merges, BpeRules rules,
                   bool units_are_bytes)
    : pieces_(std::move(pieces)),
      rules_(std::move(rules)),
      units_are_bytes_(units_are_bytes),
      cache_(std::make_unique<std::array<CacheShard, 16>>()) {
  merges_.reserve(merges.size());
  for (std::size_t rank = 0; rank < merges.size(); ++rank)
    // A pair listed twice keeps its later rank, as a map built from the list does.
    merges_[pair_key(merges[rank].left, merges[rank].right)] = {static_cast<std::uint32_t>(rank), merges[rank].result};
}

const BpeModel::Merged* BpeModel::merged(TokenId left, TokenId right) const {
  const auto found = merges_.find(pair_key(left, right));
  return found == merges_.end() ? nullptr : &found->second;
}

void BpeModel::add_unknown(std::string_view unit, std::uint32_t at, std::optional<WordToken>& pending,
                           std::vector<WordToken>& out) const {
  const auto end = at + static_cast<std::uint32_t>(unit.size());
  if (rules_.byte_fallback) {
    bool all = true;
    for (const char byte : unit) all = all && pieces_.byte_token(byte);
    if (all) {
      for (std::uint32_t i = 0; i < unit.size(); ++i) out.push_back({*pieces_.byte_token(unit[i]), at + i, at + i + 1});
      return;
    }
  }
  if (!rules_.unknown) return;
  if (pending && rules_.fuse_unknown) {
    pending->end = end;
    return;
  }
  if (pending) out.push_back(*pending);
  pending = WordToken{*rules_.unknown, at, end};
}

std::vector<WordToken> BpeModel::first_units(std::string_view word) const {
  std::vector<WordToken> units;
  std::optional<WordToken> pending;
  std::string spelled;
  for (std::uint32_t at = 0; at < word.size();) {
    const std::uint32_t bytes = units_are_bytes_ ? 1 : utf8_at(word, at).bytes;
    std::string_view unit = word.substr(at, bytes);
    if (!rules_.continuing_prefix.empty() || !rules_.word_suffix.empty()) {
      spelled = at > 0 ? rules_.continuing_prefix : "";
      spelled += unit;
      if (at + bytes == word.size()) spelled += rules_.word_suffix;
      unit = spelled;
    }
    if (const auto id = find(unit)) {
      if (pending) units.push_back(*std::exchange(pending, std::nullopt));
      units.push_back({*id, at, at + bytes});
    } else {
      add_unknown(word.substr(at, bytes), at, pending, units);
    }
    at += bytes;
  }
  if (pending) units.push_back(*pending);
  return units;
}

void BpeModel::merge(std::vector<WordToken>& tokens) const {
  const auto count = static_cast<std::uint32_t>(tokens.size());
  if (count < 2) return;
  std::vector<Unit> units(count);
  for (std::uint32_t i = 0; i < count; ++i)
    units[i] = {tokens[i].id, tokens[i].begin, tokens[i].end, i == 0 ? kNoUnit : i - 1,
                i + 1 == count ? kNoUnit : i + 1};

  std::priority_queue<Candidate> candidates;
  const auto propose = [&](std::uint32_t left) {
    if (left == kNoUnit || units[left].next == kNoUnit) return;
    if (const Merged* found = merged(units[left].id, units[units[left].next].id))
      candidates.push({found->rank, left, found->result});
  };
  for (std::uint32_t i = 0; i + 1 < count; ++i) propose(i);

  while (!candidates.empty()) {
    const Candidate best = candidates.top();
    candidates.pop();
    Unit& left = units[best.at];
    if (left.begin == left.end || left.next == kNoUnit) continue;
    Unit& right = units[left.next];
    const Merged* still = merged(left.id, right.id);
    if (!still || still->result != best.result) continue;   // one of the two has merged with another meanwhile
    left.id = best.result;
    left.end = right.end;
    right.end = right.begin;
    left.next = right.next;
    if (left.next != kNoUnit) units[left.next].previous = best.at;
    propose(left.previous);
    propose(best.at);
  }
  tokens.clear();
  for (std::uint32_t i = 0; i != kNoUnit; i = units[i].next)
    tokens.push_back({units[i].id, units[i].begin, units[i].end});
}

void BpeModel::encode_word(std::string_view word, std::vector<WordToken>& out) const {
  if (word.empty()) return;
  if (rules_.ignore_merges || (rules_.whole_newlines && word.find_first_not_of('\n') == std::string_view::npos)) {
    if (const auto whole = find(word)) {
      out.push_back({*whole, 0, static_cast<std::uint32_t>(word.size())});
      return;
    }
  }
  CacheShard* shard = nullptr;
  if (word.size() <= kCachedWordBytes) {
    shard = &(*cache_)[TextHash{}(word) % cache_->size()];
    const std::scoped_lock lock(shard->mutex);
    if (const auto known = shard->words.find(word); known != shard->words.end()) {
      out.insert(out.end(), known->second.begin(), known->second.end());
      return;
    }
  }
  std::vector<WordToken> tokens = first_units(word);
  merge(tokens);
  out.insert(out.end(), tokens.begin(), tokens.end());
  if (!shard) return;
  const std::scoped_lock lock(shard->mutex);
  if (shard->words.size() >= kCachedWordsPerShard) shard->words.clear();
  shard->words.try_emplace(std::string(word), std::move(tokens));
}

}   // namespace lift
