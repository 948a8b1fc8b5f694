#include "core/metrics/time_left.h"

#include <algorithm>

namespace lift {

namespace {

// Older steps fade: half of the weight lies in the last 35.
constexpr double kFade = 0.98;

double training_seconds(const StepMetrics& metrics) {
  return metrics.seconds[Phase::Data] + metrics.seconds[Phase::ForwardBackward] + metrics.seconds[Phase::Optimizer];
}

}   // namespace

void TimeLeft::Cost::add(double taken) {
  seconds = known ? (seconds + taken) / 2 : taken;
  known = true;
}

void TimeLeft::add(const StepMetrics& metrics) {
  const double seconds = training_seconds(metrics);
  if (++steps_ == 1) {
    first_seconds_ = seconds;
  } else {
    pace_seconds_ = kFade * pace_seconds_ + seconds;
    pace_tokens_ = kFade * pace_tokens_ + static_cast<double>(metrics.tokens);
    pace_steps_ = kFade * pace_steps_ + 1;
  }
  // A step's seconds hold what happened since the one before.
  if (metrics.seconds[Phase::Sample] > 0) samples_.add(metrics.seconds[Phase::Sample]);
  if (metrics.seconds[Phase::Save] > 0) save_.add(metrics.seconds[Phase::Save]);
  step_ = metrics.step;
}

void TimeLeft::add(const EvaluationMetrics& metrics) {
  evaluation_.add(metrics.seconds);
  evaluated_at_ = metrics.step;
}

void TimeLeft::add(const RefreshEvent& event) {
  refresh_.add(event.seconds);
  refreshed_at_ = event.step;
}

void TimeLeft::add(const SampleEvent& event) { sampled_at_ = event.step; }

// Of one kind, from after the last step on, the one that is due now with them unless it is done.
std::int64_t TimeLeft::coming(std::int64_t every, std::int64_t done_at, bool at_the_end) const {
  const std::int64_t total = schedule_.total_steps;
  std::int64_t count = 0;
  if (every > 0) {
    count = std::max<std::int64_t>(0, (total - 1) / every - step_ / every);   // in (step, total)
    if (step_ > 0 && step_ < total && step_ % every == 0 && done_at != step_) ++count;
  }
  if (at_the_end && !(step_ == total && done_at == total)) ++count;
  return count;
}

double TimeLeft::step_seconds() const {
  if (pace_steps_ == 0) return first_seconds_;
  // The rows of a few steps may be longer or shorter than most.
  const double by_tokens = pace_tokens_ > 0 ? pace_seconds_ / pace_tokens_ * schedule_.tokens_per_step : 0;
  return by_tokens > 0 ? by_tokens : pace_seconds_ / pace_steps_;
}

std::optional<double> TimeLeft::seconds() const {
  if (steps_ < 2) return std::nullopt;
  const auto times = [](std::int64_t count, const Cost& cost) { return static_cast<double>(count) * cost.seconds; };
  double left = step_seconds() * static_cast<double>(std::max<std::int64_t>(0, schedule_.total_steps - step_));
  if (schedule_.refresh_every > 0) left += times(coming(schedule_.refresh_every, refreshed_at_, false), refresh_);
  if (schedule_.evaluates) left += times(coming(schedule_.evaluate_every, evaluated_at_, true), evaluation_);
  if (schedule_.samples) left += times(coming(schedule_.sample_every, sampled_at_, true), samples_);
  const bool stepping = step_ < schedule_.total_steps;
  const bool measured = !schedule_.evaluates || evaluated_at_ == schedule_.total_steps;
  if (!stepping && measured) return left;
  std::int64_t saves = 1;   // after the last step, before what can still fail
  if (!stepping) return left + times(saves, save_);
  if (schedule_.save_every > 0) saves += coming(schedule_.save_every, step_, false);
  else if (schedule_.save_minutes > 0) saves += static_cast<std::int64_t>(left / (60 * schedule_.save_minutes));
  return left + times(saves, save_);
}

}   // namespace lift
