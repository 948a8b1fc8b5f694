#pragma once
// The search for a learning rate: which to try next, and which is best, from the losses so far. A search depends on
// these alone, so that one that was interrupted goes on as if it had not been. Private to core/duel.
#include <cstdint>
#include <limits>
#include <optional>
#include <span>

namespace lift {

struct TriedRate {
  double rate = 0;
  double loss = std::numeric_limits<double>::infinity();   // infinite: the run failed
};

// Half a decade apart around `first`; a best rate at an end of those tried is followed outwards, one between two others
// is halved towards the better of them. Three digits. std::nullopt: `runs` have been tried.
std::optional<double> next_rate(double first, std::span<const TriedRate> tried, std::int64_t runs);

// Of the lowest loss; of equal ones the lowest rate. std::nullopt: no run has a finite loss.
std::optional<double> best_rate(std::span<const TriedRate> tried);

}   // namespace lift
