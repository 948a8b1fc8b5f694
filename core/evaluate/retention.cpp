#include "core/evaluate/retention.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/check.h"
#include "core/base/say.h"
#include "core/base/seed.h"

namespace lift {

namespace {

constexpr double kNormal95 = 1.959963984540054;   // the 97.5 % point of the normal distribution

std::int64_t count_right(std::span<const std::uint8_t> outcomes) {
  return std::accumulate(outcomes.begin(), outcomes.end(), std::int64_t{0});
}

// The value below which `share` of the sorted ones lie, between neighbours by straight line.
double quantile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const double above = sorted[std::min(below + 1, sorted.size() - 1)];
  return sorted[below] + (place - static_cast<double>(below)) * (above - sorted[below]);
}

}   // namespace

Interval wilson_interval(std::int64_t right, std::int64_t total) {
  LIFT_CHECK(total > 0 && right >= 0 && right <= total, "a share of a positive number of items");
  const double n = static_cast<double>(total), share = static_cast<double>(right) / n;
  const double z2 = kNormal95 * kNormal95;
  const double middle = share + z2 / (2 * n);
  const double half = kNormal95 * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n));
  return {right == 0 ? 0 : (middle - half) / (1 + z2 / n), right == total ? 1 : (middle + half) / (1 + z2 / n)};
}

Interval paired_ratio_interval(std::span<const std::uint8_t> base, std::span<const std::uint8_t> now,
                               std::uint64_t seed, std::int64_t draws) {
  LIFT_CHECK(base.size() == now.size() && !base.empty(), "outcomes of the same items");
  RandomStream random(stream_seed(seed, "retention"));
  std::vector<double> ratios;
  ratios.reserve(static_cast<std::size_t>(draws));
  for (std::int64_t draw = 0; draw < draws; ++draw) {
    std::int64_t base_right = 0, now_right = 0;
    for (std::size_t i = 0; i < base.size(); ++i) {
      const auto item = static_cast<std::size_t>(random.below(base.size()));
      base_right += base[item];
      now_right += now[item];
    }
    if (base_right > 0) ratios.push_back(static_cast<double>(now_right) / static_cast<double>(base_right));
  }
  if (ratios.empty()) return {};
  std::sort(ratios.begin(), ratios.end());
  return {quantile(ratios, 0.025), quantile(ratios, 0.975)};
}

Result<Retention> retention_of(std::span<const std::uint8_t> base, std::span<const std::uint8_t> now,
                               double forget_alarm) {
  const auto invalid = [](Sentence message) {
    return make_error(ErrorCode::InvalidArgument, say("retention probe"), std::move(message));
  };
  if (base.empty()) return invalid(say("expected questions, found none"));
  if (base.size() != now.size())
    return invalid(say("expected answers to the same {} questions, found {}", base.size(), now.size()));
  const std::int64_t base_right = count_right(base), now_right = count_right(now);
  if (base_right == 0)
    return invalid(
        say("expected a base model that answers some question, found one that answers none: there is nothing to "
            "retain"));
  const double items = static_cast<double>(base.size());
  const Interval interval = paired_ratio_interval(base, now);
  Retention retention{static_cast<double>(now_right) / items,
                      static_cast<double>(base_right) / items,
                      static_cast<double>(now_right) / static_cast<double>(base_right),
                      interval.low,
                      interval.high,
                      false};
  retention.alarm = retention.share < 1 - forget_alarm;
  return retention;
}

}   // namespace lift
