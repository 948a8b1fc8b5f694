#include "core/duel/rate_search.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace lift {

namespace {

const double kHalfDecade = std::sqrt(10.0);

// The number that its three digits stand for, as a person would write it into a recipe.
double three_digits(double rate) {
  const std::string text = fmt::format("{:.2e}", rate);
  std::from_chars(text.data(), text.data() + text.size(), rate);
  return rate;
}

}   // namespace

std::optional<double> next_rate(double first, std::span<const TriedRate> tried, std::int64_t runs) {
  if (std::ssize(tried) >= runs) return std::nullopt;
  if (tried.empty()) return three_digits(first);
  if (tried.size() == 1) return three_digits(first * kHalfDecade);
  std::vector<TriedRate> sorted(tried.begin(), tried.end());
  std::ranges::sort(sorted, {}, &TriedRate::rate);
  const auto best = std::ranges::min_element(sorted, {}, &TriedRate::loss);
  if (std::isinf(best->loss) || best == sorted.begin()) return three_digits(sorted.front().rate / kHalfDecade);
  if (best + 1 == sorted.end()) return three_digits(best->rate * kHalfDecade);
  const double beside = (best - 1)->loss <= (best + 1)->loss ? (best - 1)->rate : (best + 1)->rate;
  return three_digits(std::sqrt(best->rate * beside));
}

std::optional<double> best_rate(std::span<const TriedRate> tried) {
  std::optional<TriedRate> best;
  for (const TriedRate& run : tried)
    if (std::isfinite(run.loss) &&
        (!best || run.loss < best->loss || (run.loss == best->loss && run.rate < best->rate)))
      best = run;
  return best ? std::optional(best->rate) : std::nullopt;
}

}   // namespace lift
