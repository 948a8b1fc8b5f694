#include "core/tokenizer/score_model.h"

#include <queue>

#include "core/base/utf8.h"

namespace lift {

namespace {

constexpr std::uint32_t kNoUnit = UINT32_MAX;

struct Unit {
  std::uint32_t begin, end;   // equal: merged away
  std::uint32_t previous, next;
};

struct Candidate {
  float score;
  std::uint32_t left;
  std::uint32_t begin, end;   // of both, when it was proposed
  // The queue gives the largest first: higher score, then further left.
  bool operator<(const Candidate& other) const {
    return score != other.score ? score < other.score : left > other.left;
  }
};

std::vector<Unit> characters(std::string_view word) {
  std::vector<Unit> units;
  for (std::uint32_t at = 0; at < word.size();) {
    const std::uint32_t end = at + utf8_at(word, at).bytes;
    const auto index = static_cast<std::uint32_t>(units.size());
    units.push_back({at, end, index == 0 ? kNoUnit : index - 1, end == word.size() ? kNoUnit : index + 1});
    at = end;
  }
  return units;
}

}   // namespace

void ScoreModel::spell(std::string_view word, std::uint32_t begin, std::uint32_t end,
                       std::vector<WordToken>& out) const {
  if (const auto id = pieces_.find(word.substr(begin, end - begin))) {
    out.push_back({*id, begin, end});
    return;
  }
  for (std::uint32_t at = begin; at < end; ++at) {
    auto id = pieces_.byte_token(word[at]);
    if (!id) id = pieces_.find(word.substr(at, 1));
    if (!id) id = unknown_;
    if (id) out.push_back({*id, at, at + 1});
  }
}

void ScoreModel::encode_word(std::string_view word, std::vector<WordToken>& out) const {
  if (word.empty()) return;
  std::vector<Unit> units = characters(word);
  std::priority_queue<Candidate> candidates;
  const auto propose = [&](std::uint32_t left) {
    if (left == kNoUnit || units[left].next == kNoUnit) return;
    const std::uint32_t begin = units[left].begin, end = units[units[left].next].end;
    if (end - begin > pieces_.longest()) return;
    if (const auto id = pieces_.find(word.substr(begin, end - begin)))
      candidates.push({scores_[static_cast<std::size_t>(*id)], left, begin, end});
  };
  for (std::uint32_t i = 0; i + 1 < units.size(); ++i) propose(i);

  while (!candidates.empty()) {
    const Candidate best = candidates.top();
    candidates.pop();
    Unit& left = units[best.left];
    if (left.begin == left.end || left.next == kNoUnit) continue;
    Unit& right = units[left.next];
    if (right.end != best.end) continue;   // one of the two has merged with another meanwhile
    left.end = right.end;
    right.end = right.begin;
    left.next = right.next;
    if (left.next != kNoUnit) units[left.next].previous = best.left;
    propose(left.previous);
    propose(best.left);
  }
  for (std::uint32_t i = 0; i != kNoUnit; i = units[i].next) spell(word, units[i].begin, units[i].end, out);
}

}   // namespace lift
