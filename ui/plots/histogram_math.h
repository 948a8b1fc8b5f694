#pragma once
// Counts of values in bins of round width. Pure.
#include <cstdint>
#include <vector>

namespace ui {

struct Bins {
  double first = 0, width = 1;   // bin i covers first + i * width up to the next
  std::vector<std::int64_t> counts;
  bool operator==(const Bins&) const = default;
};

// About `wanted` bins; whole widths for whole values. The last bin takes the maximum too.
Bins binned(const std::vector<double>& values, int wanted, bool whole);

}   // namespace ui
