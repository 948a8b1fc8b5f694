#include "core/metrics/divergence.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/base/say.h"

namespace lift {

namespace {

constexpr std::size_t kSteps = 5;
constexpr double kNear = 1.1;   // a loss within a tenth of the lowest is as good

double median(const std::deque<double>& values) {
  std::vector<double> sorted(values.begin(), values.end());
  std::ranges::nth_element(sorted, sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2));
  return sorted[sorted.size() / 2];
}

bool far_above(double value, double reference, double times, double by) {
  return value > times * reference && value > reference + by;
}

}   // namespace

std::optional<Sentence> DivergenceWatch::alarm(Sentence words) {
  if (std::exchange(alarmed_, true)) return std::nullopt;
  return words;
}

std::optional<Sentence> DivergenceWatch::add(const StepMetrics& metrics) {
  if (recent_.empty() && !first_) began_ = std::max(began_, metrics.loss);
  recent_.push_back(metrics.loss);
  if (recent_.size() > kSteps) recent_.pop_front();
  if (recent_.size() < kSteps) return std::nullopt;
  const double now = median(recent_);
  if (!first_) first_ = now;
  if (!lowest_ || now < *lowest_) lowest_ = now;
  if (now <= kNear * *lowest_) good_step_ = metrics.step - static_cast<std::int64_t>(kSteps) + 1;
  if (far_above(now, *first_, 1.5, 1))
    return alarm(
        say("The training loss rose from {:.3f} at the beginning to {:.3f} after step {}", *first_, now, metrics.step));
  if (far_above(now, began_, 2, 2))
    return alarm(
        say("The training loss rose from {:.3f} at the beginning to {:.3f} after step {}", began_, now, metrics.step));
  if (far_above(now, *lowest_, 3, 2))
    return alarm(
        say("The training loss rose from {:.3f}, its lowest, to {:.3f} after step {}", *lowest_, now, metrics.step));
  return std::nullopt;
}

std::optional<Sentence> DivergenceWatch::add(const EvaluationMetrics& metrics) {
  if (!metrics.held_out_loss) return std::nullopt;
  const double now = *metrics.held_out_loss;
  if (metrics.step == 0) began_ = std::max(began_, now);
  if (!lowest_held_out_ || now <= *lowest_held_out_) {
    lowest_held_out_ = now;
    lowest_held_out_at_ = metrics.step;
  }
  if (!far_above(now, *lowest_held_out_, 1.5, 0.5)) return std::nullopt;
  if (!alarmed_) good_step_ = lowest_held_out_at_;
  return alarm(
      say("The held-out loss rose from {:.3f} to {:.3f} after step {}: the model gets worse at rows that it "
          "does not train on",
          *lowest_held_out_, now, metrics.step));
}

void DivergenceWatch::begin_again(std::int64_t step) {
  recent_.clear();
  alarmed_ = false;
  good_step_ = std::min(good_step_, step);
}

}   // namespace lift
