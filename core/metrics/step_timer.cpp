#include "core/metrics/step_timer.h"

#include <utility>

namespace lift {

StepTimer::Scope::Scope(StepTimer& timer, Phase phase) : timer_(&timer), outer_(timer.open_) { timer.switch_to(phase); }

StepTimer::Scope::~Scope() { timer_->switch_to(outer_); }

PhaseSeconds StepTimer::take() {
  switch_to(open_);
  return std::exchange(seconds_, {});
}

void StepTimer::switch_to(std::optional<Phase> phase) {
  const auto now = Clock::now();
  if (open_) seconds_[*open_] += std::chrono::duration<double>(now - since_).count();
  open_ = phase;
  since_ = now;
}

}   // namespace lift
