#include "core/metrics/divergence.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/base/say.h"

namespace lift {

namespace {

constexpr std::size_t kSteps = 5, kSpreadSteps = 200;
constexpr double kNear = 1.1;                   // a loss within a tenth of the lowest is as good
constexpr double kDeviationOfMedian = 1.4826;   // standard deviation of a normal distribution whose MAD is 1
constexpr double kStandardErrors = 3;

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

bool exceeds(double value, double reference, double times, double by) {
  return value > times * reference && value > reference + by;
}

}   // namespace

DivergenceWatch::Level DivergenceWatch::recent_level() const {
  std::vector<double> losses;
  double loss = 0, labels = 0;
  for (const StepMetrics& step : recent_) {
    const double weight = static_cast<double>(std::max<std::int64_t>(1, step.labels));
    losses.push_back(step.loss);
    loss += step.loss * weight;
    labels += weight;
  }
  return {median(std::move(losses)), loss / labels};
}

double DivergenceWatch::standard_error() const {
  if (earlier_.size() < kSteps) return 0;
  std::vector<double> losses(earlier_.begin(), earlier_.end());
  const double middle = median(losses);
  for (double& loss : losses) loss = std::abs(loss - middle);
  return kDeviationOfMedian * median(std::move(losses)) / std::sqrt(static_cast<double>(kSteps));
}

bool DivergenceWatch::far_above(const Level& now, const Level& reference, double times, double by) const {
  return exceeds(now.median, reference.median, times, by) && exceeds(now.mean, reference.mean, times, by) &&
         now.median > reference.median + kStandardErrors * standard_error();
}

std::optional<Sentence> DivergenceWatch::alarm(Sentence words) {
  if (std::exchange(alarmed_, true)) return std::nullopt;
  return words;
}

std::optional<Sentence> DivergenceWatch::add(const StepMetrics& metrics) {
  if (recent_.empty() && !first_) began_ = std::max(began_, metrics.loss);
  recent_.push_back(metrics);
  if (recent_.size() > kSteps) {
    earlier_.push_back(recent_.front().loss);
    recent_.pop_front();
  }
  if (earlier_.size() > kSpreadSteps) earlier_.pop_front();
  if (recent_.size() < kSteps) return std::nullopt;
  const Level now = recent_level();
  if (!first_) first_ = now;
  const Level before = lowest_.empty() ? now : lowest_.back().second;
  const Level lowest{std::min(before.median, now.median), std::min(before.mean, now.mean)};
  if (lowest_.empty() || lowest.median < before.median || lowest.mean < before.mean)
    lowest_.emplace_back(metrics.step, lowest);
  if (now.median <= kNear * lowest.median) good_step_ = metrics.step - static_cast<std::int64_t>(kSteps) + 1;
  const Level start{std::max(first_->median, began_), std::max(first_->mean, began_)};
  if (far_above(now, start, 1.5, 1))
    return alarm(say("The training loss rose from {:.3f} at the beginning to {:.3f} after step {}", start.median,
                     now.median, metrics.step));
  if (far_above(now, {began_, began_}, 2, 2))
    return alarm(say("The training loss rose from {:.3f} at the beginning to {:.3f} after step {}", began_, now.median,
                     metrics.step));
  if (far_above(now, lowest, 3, 2))
    return alarm(say("The training loss rose from {:.3f}, its lowest, to {:.3f} after step {}", lowest.median,
                     now.median, metrics.step));
  return std::nullopt;
}

std::optional<Sentence> DivergenceWatch::add(const EvaluationMetrics& metrics) {
  if (!metrics.held_out_loss) return std::nullopt;
  const double now = *metrics.held_out_loss;
  if (metrics.step == 0) began_ = std::max(began_, now);
  if (lowest_held_out_.empty() || now <= lowest_held_out_.back().second)
    lowest_held_out_.emplace_back(metrics.step, now);
  const auto [lowest_at, lowest] = lowest_held_out_.back();
  if (!exceeds(now, lowest, 1.5, 0.5)) return std::nullopt;
  if (!alarmed_) good_step_ = lowest_at;
  return alarm(
      say("The held-out loss rose from {:.3f} to {:.3f} after step {}: the model gets worse at rows that it "
          "does not train on",
          lowest, now, metrics.step));
}

void DivergenceWatch::begin_again(std::int64_t step) {
  const auto came_later = [step](const auto& lowest) { return lowest.first > step; };
  std::erase_if(lowest_, came_later);
  std::erase_if(lowest_held_out_, came_later);
  if (step < static_cast<std::int64_t>(kSteps)) first_.reset();
  recent_.clear();
  earlier_.clear();
  alarmed_ = false;
  good_step_ = std::min(good_step_, step);
}

}   // namespace lift
