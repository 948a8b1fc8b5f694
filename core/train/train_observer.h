#pragma once
// What a run tells while it goes: immutable values, called on the engine thread, in order, once per event.
// The run folder's writer and the window's mailbox both implement it. An observer must be quick and must not throw.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/sentence.h"
#include "core/evaluate/answered_row.h"
#include "core/metrics/metrics.h"
#include "core/metrics/time_left.h"
#include "core/train/memory_plan.h"

namespace lift {

// What the run is doing, for a person. Every wait has a name.
enum class RunPhase : unsigned char {
  Preparing,
  Selecting,
  Evaluating,
  Sampling,
  Training,
  Refreshing,
  Saving,
  Paused,
  Stopping,
  Finishing
};
std::string_view name_of(RunPhase phase);

// Known once everything is prepared, before the first step since the start or resume.
struct RunBegin {
  std::string folder;            // the run's; empty outside a session
  std::int64_t first_step = 1;   // above 1 in a resumed run
  std::int64_t total_steps = 0;
  std::int64_t trainable = 0, total_weights = 0;
  std::int64_t rows = 0, truncated_rows = 0, dropped_rows = 0, held_out_rows = 0;
  RunSchedule schedule;            // for the time that is left
  MemoryPlan plan;                 // what the run was planned with
  std::vector<Sentence> remarks;   // on the data: fields that are not used, rows left out and why
};

class TrainObserver {
 public:
  virtual ~TrainObserver() = default;
  virtual void on_begin(const RunBegin&) {}
  virtual void on_phase(RunPhase, std::int64_t step) { (void)step; }
  virtual void on_step(const StepMetrics&) {}
  virtual void on_evaluation(const EvaluationMetrics&) {}
  virtual void on_refresh(const RefreshEvent&) {}
  virtual void on_sample(const SampleEvent&) {}
  virtual void on_event(const RunEvent&) {}
  // Held-out rows with the base's and the newest answers, whenever they were asked.
  virtual void on_answers(const std::vector<AnsweredRow>&) {}
  // Between two units of work (steps, refreshes, evaluations), and 50 times a second while the run is paused. The
  // weights are those after a whole step: the session may be asked for spectra, tiles and cells from within.
  virtual void on_boundary() {}
};

}   // namespace lift
