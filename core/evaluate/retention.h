#pragma once
// Retention: how much of the base model's knowledge is left, as the probe's score divided by the base model's, with its
// interval. Used by train/ (curve and alarm), the window and the delta's manifest. Tensor-free.
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/result.h"

namespace lift {

struct Interval {
  double low = 0, high = 0;
};

// 95 % interval of the share right / total (Wilson 1927). total > 0.
Interval wilson_interval(std::int64_t right, std::int64_t total);

// 95 % interval of mean(now) / mean(base) over the same items, by paired bootstrap: each draw takes items with both
// their outcomes. Depends only on the outcomes, the seed and the number of draws. Draws in which the base has no right
// answer are skipped.
Interval paired_ratio_interval(std::span<const std::uint8_t> base, std::span<const std::uint8_t> now,
                               std::uint64_t seed = 0, std::int64_t draws = 2000);

struct Retention {
  double score = 0, base_score = 0;   // shares of right answers
  double share = 0;                   // score / base_score
  double low = 0, high = 0;           // 95 % interval of share
  bool alarm = false;                 // share < 1 - forget_alarm
};

// Outcomes (1 = right) of the same items in the same order. Errors: InvalidArgument (no items, different counts, or no
// right answer of the base, so that there is nothing to retain).
Result<Retention> retention_of(std::span<const std::uint8_t> base, std::span<const std::uint8_t> now,
                               double forget_alarm);

}   // namespace lift
