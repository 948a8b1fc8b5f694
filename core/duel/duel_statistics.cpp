#include "core/duel/duel_statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/base/seed.h"

namespace lift {

namespace {

// 97.5 % quantiles of Student's t for 1 to 30 degrees of freedom.
constexpr std::array<double, 30> kStudent{12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
                                          2.201,  2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
                                          2.080,  2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042};

std::int64_t items_of(const SeededOutcomes& outcomes) {
  if (outcomes.empty()) return 0;
  const auto same = [&](const auto& items) { return items.size() == outcomes.front().size(); };
  return std::ranges::all_of(outcomes, same) ? std::ssize(outcomes.front()) : 0;
}

// Mean over drawn seeds and drawn items.
double drawn_share(const SeededOutcomes& outcomes, std::span<const std::size_t> items, RandomStream& stream) {
  std::int64_t right = 0;
  for (std::size_t s = 0; s < outcomes.size(); ++s) {
    const auto& seed = outcomes[stream.below(outcomes.size())];
    for (const std::size_t item : items) right += seed[item];
  }
  return static_cast<double>(right) / static_cast<double>(outcomes.size() * items.size());
}

double share(const SeededOutcomes& outcomes) {
  std::int64_t right = 0, all = 0;
  for (const auto& seed : outcomes) {
    right += std::accumulate(seed.begin(), seed.end(), std::int64_t{0});
    all += std::ssize(seed);
  }
  return static_cast<double>(right) / static_cast<double>(all);
}

}   // namespace

std::optional<Spread> spread_of(std::span<const double> values) {
  if (values.empty()) return std::nullopt;
  const auto count = static_cast<double>(values.size());
  Spread spread{std::accumulate(values.begin(), values.end(), 0.0) / count, std::nullopt, std::ssize(values)};
  if (values.size() == 1) return spread;
  double squares = 0;
  for (const double value : values) squares += (value - spread.mean) * (value - spread.mean);
  const double quantile = kStudent[std::min(values.size() - 2, kStudent.size() - 1)];
  const double half = quantile * std::sqrt(squares / (count - 1) / count);
  spread.interval = Interval{spread.mean - half, spread.mean + half};
  return spread;
}

std::optional<Spread> spread_of_differences(std::span<const double> base, std::span<const double> values) {
  if (base.size() != values.size()) return std::nullopt;
  std::vector<double> differences;
  for (std::size_t i = 0; i < values.size(); ++i) differences.push_back(values[i] - base[i]);
  return spread_of(differences);
}

std::optional<ShareDifference> compare_outcomes(const SeededOutcomes& base, const SeededOutcomes& outcomes,
                                                std::uint64_t seed, std::int64_t draws) {
  const std::int64_t count = items_of(base);
  if (count == 0 || items_of(outcomes) != count) return std::nullopt;
  RandomStream stream(stream_seed(seed, "duel.compare"));
  std::vector<std::size_t> items(static_cast<std::size_t>(count));
  std::vector<double> drawn;
  for (std::int64_t draw = 0; draw < draws; ++draw) {
    for (std::size_t& item : items) item = stream.below(items.size());
    const double of_base = drawn_share(base, items, stream);
    drawn.push_back(drawn_share(outcomes, items, stream) - of_base);
  }
  std::ranges::sort(drawn);
  const auto at = [&](double quantile) {
    return drawn[static_cast<std::size_t>(std::lround(quantile * static_cast<double>(drawn.size() - 1)))];
  };
  return ShareDifference{share(outcomes) - share(base), {at(0.025), at(0.975)}};
}

}   // namespace lift
