#pragma once
// A duel item by item: what each way to train has right of the same items, and which two of them can be told apart.
// Tensor-free.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/sentence.h"
#include "core/duel/duel_state.h"
#include "core/evaluate/paired_outcome.h"

namespace lift {

// Right answers of one contestant to one task, all its seeds together.
struct DuelCount {
  std::string contestant, task;   // contestant "": the base; task "exact": held-out rows
  std::int64_t right = 0, asked = 0;
  Interval interval;   // 95 %, of right / asked (Wilson): takes the answers of different seeds as independent
};

struct DuelPair {
  std::string task, first, second;
  std::int64_t items = 0, gained = 0, lost = 0;   // items that the second has right in more of its runs, and in fewer
  double p = 1;                                   // exact sign test over the items; with one seed McNemar's
  double holm = 1;                                // the same corrected for the number of pairs of this task
  bool visible() const { return holm < 0.05; }
  Sentence words;
};

// Two contestants on the same items, outcomes[seed][item]. An item is one observation, however many seeds there are.
// std::nullopt: no runs, no items, or not the same number everywhere.
std::optional<PairedOutcome> compare_by_items(std::span<const std::vector<std::uint8_t>> first,
                                              std::span<const std::vector<std::uint8_t>> second);
// Holm's correction (1979) of p values, in their order.
std::vector<double> holm_corrected(std::span<const double> p);

std::vector<DuelCount> counts_of(const DuelState& state);   // the base first, then in the order they were named
std::vector<DuelPair> pairs_of(const DuelState& state);     // by task, every contestant with every other
Sentence task_words(const std::string& task);               // "exact answers", "probe", a file's name

}   // namespace lift
