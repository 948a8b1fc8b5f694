#include "core/tokenizer/vocabulary_merges.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "core/base/utf8.h"

namespace lift {

namespace {

struct RankedMerge {
  double score;
  std::uint32_t characters;   // of the left part
  BpeMerge merge;
};

class Collector {
 public:
  Collector(const std::vector<std::string>& pieces, const std::vector<double>& scores,
            const std::function<bool(std::size_t)>& may_merge)
      : pieces_(pieces), scores_(scores) {
    ids_.reserve(pieces.size());
    for (std::size_t id = 0; id < pieces.size(); ++id)
      if (!pieces[id].empty() && (!may_merge || may_merge(id)))
        ids_.insert_or_assign(pieces[id], static_cast<TokenId>(id));
  }

  std::vector<BpeMerge> run() {
    for (const auto& [piece, id] : ids_) add_ways(piece, id);
    std::ranges::sort(ranked_, [](const RankedMerge& a, const RankedMerge& b) {
      if (a.score != b.score) return a.score > b.score;
      return std::tie(a.merge.result, a.characters) < std::tie(b.merge.result, b.characters);
    });
    std::vector<BpeMerge> merges;
    merges.reserve(ranked_.size());
    for (const RankedMerge& merge : ranked_) merges.push_back(merge.merge);
    return merges;
  }

 private:
  void add_ways(std::string_view piece, TokenId id) {
    std::uint32_t characters = 0;
    for (std::size_t at = utf8_at(piece, 0).bytes; at < piece.size(); at += utf8_at(piece, at).bytes) {
      ++characters;
      const auto left = ids_.find(piece.substr(0, at)), right = ids_.find(piece.substr(at));
      if (left != ids_.end() && right != ids_.end())
        ranked_.push_back({scores_[static_cast<std::size_t>(id)], characters, {left->second, right->second, id}});
    }
  }

  const std::vector<std::string>& pieces_;
  const std::vector<double>& scores_;
  std::unordered_map<std::string_view, TokenId> ids_;
  std::vector<RankedMerge> ranked_;
};

}   // namespace

std::vector<BpeMerge> merges_by_score(const std::vector<std::string>& pieces, const std::vector<double>& scores,
                                      const std::function<bool(std::size_t)>& may_merge) {
  return Collector(pieces, scores, may_merge).run();
}

}   // namespace lift
