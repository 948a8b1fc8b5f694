#pragma once
// Counts of values in bins of round width. Pure functions.
#include <cstdint>
#include <vector>

namespace ui {

struct Bins {
  double first = 0, width = 1;   // bin i covers [first + i * width, first + (i + 1) * width)
  std::vector<std::int64_t> counts;
  bool operator==(const Bins&) const = default;
};

// About `wanted` bins; whole widths if `whole`. The last bin includes the maximum.
Bins binned(const std::vector<double>& values, int wanted, bool whole);

}   // namespace ui
