#include "core/evaluate/paired_outcome.h"

#include <algorithm>
#include <cmath>

#include "core/base/say.h"

namespace lift {

namespace {

constexpr double kNormal95 = 1.959963984540054;   // the 97.5 % point of the normal distribution

// Twice the chance of at most `fewer` heads in `tosses` of a fair coin, at most 1. In logarithms: 0.5^2000 is no
// double.
double two_sided_sign_test(std::int64_t fewer, std::int64_t tosses) {
  const auto n = static_cast<double>(tosses);
  double chance = 0;
  for (std::int64_t heads = 0; heads <= fewer; ++heads) {
    const auto k = static_cast<double>(heads);
    chance += std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) - n * std::log(2.0));
  }
  return std::min(1.0, 2 * chance);
}

// Wald's interval after half an item is added to each of the four cells: holds its 95 % with few items as well.
Interval difference_interval(const PairedOutcome& outcome) {
  const double n = static_cast<double>(outcome.items) + 2;
  const double gained = static_cast<double>(outcome.gained) + 0.5, lost = static_cast<double>(outcome.lost) + 0.5;
  const double middle = (gained - lost) / n;
  const double half = kNormal95 * std::sqrt(gained + lost - (gained - lost) * (gained - lost) / n) / n;
  return {std::max(-1.0, middle - half), std::min(1.0, middle + half)};
}

}   // namespace

Result<PairedOutcome> compare_paired(std::span<const std::uint8_t> before, std::span<const std::uint8_t> now) {
  const auto invalid = [](Sentence message) {
    return make_error(ErrorCode::InvalidArgument, say("paired comparison"), std::move(message));
  };
  if (before.empty()) return invalid(say("expected items, found none"));
  if (before.size() != now.size())
    return invalid(say("expected outcomes of the same {} items, found {}", before.size(), now.size()));
  PairedOutcome outcome;
  outcome.items = std::ssize(before);
  for (std::size_t i = 0; i < before.size(); ++i) {
    outcome.gained += before[i] == 0 && now[i] != 0;
    outcome.lost += before[i] != 0 && now[i] == 0;
  }
  outcome.difference = static_cast<double>(outcome.gained - outcome.lost) / static_cast<double>(outcome.items);
  outcome.interval = difference_interval(outcome);
  outcome.p = two_sided_sign_test(std::min(outcome.gained, outcome.lost), outcome.gained + outcome.lost);
  return outcome;
}

Sentence paired_sentence(const PairedOutcome& outcome) {
  const auto& [items, gained, lost, difference, interval, p] = outcome;
  const double low = 100 * interval.low, high = 100 * interval.high;
  if (!outcome.visible())
    return say(
        "{} became right, {} wrong: no difference can be seen with {} items ({:+.1f} to {:+.1f} points, p = {:.2g})",
        gained, lost, items, low, high, p);
  if (gained > lost)
    return say("{} became right, {} wrong: better by {:.1f} points ({:+.1f} to {:+.1f}, p = {:.2g})", gained, lost,
               100 * difference, low, high, p);
  return say("{} became right, {} wrong: worse by {:.1f} points ({:+.1f} to {:+.1f}, p = {:.2g})", gained, lost,
             -100 * difference, low, high, p);
}

}   // namespace lift
