#pragma once
// What a run tells while it goes: immutable values, called on the engine thread, in order, once per event.
// The run folder's writer and the window's mailbox both implement it. An observer must be quick and must not throw.
#include <string>

#include "core/metrics/metrics.h"

namespace lift {

// What the run is doing, for a person. Every wait has a name.
enum class RunPhase : unsigned char {
  Preparing, Selecting, Evaluating, Sampling, Training, Refreshing, Saving, Paused, Stopping, Finishing
};
std::string_view name_of(RunPhase phase);

class TrainObserver {
 public:
  virtual ~TrainObserver() = default;
  virtual void on_phase(RunPhase, std::int64_t step) { (void)step; }
  virtual void on_step(const StepMetrics&) {}
  virtual void on_evaluation(const EvaluationMetrics&) {}
  virtual void on_refresh(const RefreshEvent&) {}
  virtual void on_sample(const SampleEvent&) {}
  virtual void on_event(const RunEvent&) {}
};

}  // namespace lift
