#pragma once
// Estimates a run's remaining time: the average cost of its steps, evaluations, refreshes, samples and saves so far,
// times the number of each to come. Used by the window and the command line. Tensor-free. Thread: one at a time.
#include <cstdint>
#include <optional>

#include "core/metrics/metrics.h"

namespace lift {

// What a run will do, known before its first step. Intervals are in steps; each says what 0 means.
struct RunSchedule {
  std::int64_t total_steps = 0;
  std::int64_t refresh_every = 0;            // 0: never; none after the last step
  std::int64_t evaluate_every = 0;           // 0: only before and after training
  std::int64_t sample_every = 0;             // 0: only before and after training
  std::int64_t save_every = 0;               // 0: not by steps
  double save_minutes = 0;                   // 0: not by time
  bool evaluates = false, samples = false;   // whether it has anything to evaluate, and prompts to sample
  double tokens_per_step = 0;                // mean over the rows; 0: unknown
};

class TimeLeft {
 public:
  explicit TimeLeft(const RunSchedule& schedule = {}) : schedule_(schedule) {}

  // Call for every record of the run, in order; also for those from before a resume.
  void add(const StepMetrics& metrics);
  void add(const EvaluationMetrics& metrics);
  void add(const RefreshEvent& event);
  void add(const SampleEvent& event);

  // Seconds from the last record to the end of the run; std::nullopt before the second step, since the first one is not
  // typical: it allocates memory and prepares kernels.
  std::optional<double> seconds() const;

 private:
  // Moving average of a kind's cost in which the newest has half the weight, so that it follows a slower machine soon.
  struct Cost {
    double seconds = 0;
    bool known = false;
    void add(double taken);
  };
  std::int64_t coming(std::int64_t every, std::int64_t done_at, bool at_the_end) const;
  double step_seconds() const;

  RunSchedule schedule_;
  std::int64_t step_ = 0, steps_ = 0;   // the last step, and the number of steps added
  double first_seconds_ = 0, pace_seconds_ = 0, pace_tokens_ = 0, pace_steps_ = 0;   // pace: steps after the first
  Cost refresh_, evaluation_, samples_, save_;
  std::int64_t refreshed_at_ = -1, evaluated_at_ = -1, sampled_at_ = -1;
};

}   // namespace lift
