#include "ui/plots/histogram_math.h"

#include <algorithm>
#include <cmath>

#include "ui/plots/axis_math.h"

namespace ui {

Bins binned(const std::vector<double>& values, int wanted, bool whole) {
  Bins bins;
  double least = INFINITY, most = -INFINITY;
  for (const double value : values) {
    if (!std::isfinite(value)) continue;
    least = std::min(least, value);
    most = std::max(most, value);
  }
  if (!(most >= least)) return bins;
  const std::vector<double> ticks = linear_ticks({least, most > least ? most : least + 1}, std::max(1, wanted));
  bins.width = ticks.size() > 1 ? ticks[1] - ticks[0] : std::max(most - least, 1.0);
  if (whole) bins.width = std::max(1.0, std::round(bins.width));
  bins.first = std::floor(least / bins.width) * bins.width;
  const auto count = static_cast<std::int64_t>(std::floor((most - bins.first) / bins.width)) + 1;
  bins.counts.assign(static_cast<std::size_t>(std::max<std::int64_t>(1, count)), 0);
  for (const double value : values) {
    if (!std::isfinite(value)) continue;
    const auto index = static_cast<std::int64_t>(std::floor((value - bins.first) / bins.width));
    ++bins.counts[static_cast<std::size_t>(
        std::clamp<std::int64_t>(index, 0, static_cast<std::int64_t>(bins.counts.size()) - 1))];
  }
  return bins;
}

}   // namespace ui
