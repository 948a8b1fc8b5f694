#pragma once
// Which questions of an evaluation set overlap with rows that train (contamination). A question counts when
// 13 words in a row (Brown et al. 2020, appendix C), or all of a shorter question, stand in one training row; letters
// and digits alone count, in lower case. Used by session/. Tensor-free.
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lift {

class WordOverlap {
 public:
  static constexpr std::size_t kRun = 13;       // words
  static constexpr std::size_t kShortest = 4;   // a question of fewer words stands anywhere by chance

  explicit WordOverlap(std::span<const std::string> questions);

  void read(std::int64_t row, std::string_view text);   // a training row

  struct Found {
    std::size_t question = 0;   // index
    std::int64_t row = 0;       // the first training row that has it
  };
  const std::vector<Found>& found() const { return found_; }   // each question once, as they were met
  std::int64_t compared() const { return compared_; }          // questions of kShortest words or more

 private:
  using Hash = std::uint64_t;
  std::vector<Hash> prefixes(std::string_view text) const;   // of the words so far; one more than words
  Hash run(std::span<const Hash> prefixes, std::size_t at, std::size_t length) const {
    return prefixes[at + length] - prefixes[at] * power_[length];
  }

  std::array<Hash, kRun + 1> power_{};
  std::array<std::unordered_multimap<Hash, std::size_t>, kRun + 1> runs_;   // by length, of questions not found yet
  std::vector<bool> met_;
  std::vector<Found> found_;
  std::int64_t compared_ = 0;
};

}   // namespace lift
