#pragma once
// Figures of several seeds, and differences between two ways to train, each with its 95 % interval. Tensor-free.
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/evaluate/retention.h"

namespace lift {

struct Spread {
  double mean = 0;
  std::optional<Interval> interval;   // of the mean, by Student's t over the seeds; std::nullopt: one seed has none
  std::int64_t seeds = 0;
};

// std::nullopt: no values.
std::optional<Spread> spread_of(std::span<const double> values);
// Of values[i] - base[i], seed by seed: both have the same seeds in the same order.
std::optional<Spread> spread_of_differences(std::span<const double> base, std::span<const double> values);

// outcomes[seed][item], 1 = right; the same items in the same order for every seed of both.
using SeededOutcomes = std::vector<std::vector<std::uint8_t>>;

struct ShareDifference {
  double difference = 0;   // of the shares of right answers, `outcomes` - `base`
  Interval interval;       // by bootstrap over items and, on either side, over seeds
  bool visible() const { return interval.low > 0 || interval.high < 0; }
};
// std::nullopt: no items, or not the same number everywhere.
std::optional<ShareDifference> compare_outcomes(const SeededOutcomes& base, const SeededOutcomes& outcomes,
                                                std::uint64_t seed = 0, std::int64_t draws = 2000);

}   // namespace lift
