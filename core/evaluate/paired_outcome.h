#pragma once
// Compares two models item by item on the same items: how many became right or wrong, and whether the items are enough
// to tell the models apart. Used by `lift evaluate --compare`. Tensor-free.
#include <cstdint>
#include <span>

#include "core/base/result.h"
#include "core/evaluate/retention.h"

namespace lift {

struct PairedOutcome {
  std::int64_t items = 0;
  std::int64_t gained = 0, lost = 0;   // wrong before and right now; right before and wrong now
  double difference = 0;               // between the shares of right answers, now - before
  Interval interval;                   // 95 % interval of the difference (Agresti and Min 2005)
  double p = 1;                        // McNemar's exact test, two-sided: probability of such a difference by chance
  bool visible() const { return p < 0.05; }
};

// Outcomes (1 = right) of the same items in the same order. Errors: InvalidArgument (no items, different counts).
Result<PairedOutcome> compare_paired(std::span<const std::uint8_t> before, std::span<const std::uint8_t> now);

// "12 became right, 3 wrong: better by 15.0 points (2.1 to 27.4), p = 0.035", or that no difference can be seen.
Sentence paired_sentence(const PairedOutcome& outcome);

}   // namespace lift
