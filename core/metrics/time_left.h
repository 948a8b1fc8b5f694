#pragma once
// How long a run still takes: what its steps, evaluations, renewals, samples and saves have taken so far, times what is
// still planned of each. Used by the window and the command line. Tensor-free. Thread: one at a time per object.
#include <cstdint>
#include <optional>

#include "core/metrics/metrics.h"

namespace lift {

// What a run will do, known before its first step. Steps between two of a kind; 0: see each.
struct RunSchedule {
  std::int64_t total_steps = 0;
  std::int64_t refresh_every = 0;            // 0: never; not after the last step
  std::int64_t evaluate_every = 0;           // 0: only before and after
  std::int64_t sample_every = 0;             // 0: only before and after
  std::int64_t save_every = 0;               // 0: not by steps
  double save_minutes = 0;                   // 0: not by time
  bool evaluates = false, samples = false;   // whether there is anything to measure, and to answer
  double tokens_per_step = 0;                // on average over the rows; 0: not known
};

class TimeLeft {
 public:
  explicit TimeLeft(const RunSchedule& schedule = {}) : schedule_(schedule) {}

  // Everything the run records, in its order; of an earlier sitting too.
  void add(const StepMetrics& metrics);
  void add(const EvaluationMetrics& metrics);
  void add(const RefreshEvent& event);
  void add(const SampleEvent& event);

  // Seconds from the last record on; nothing before the second step. The first step tells least: memory comes for the
  // first time and kernels are prepared.
  std::optional<double> seconds() const;

 private:
  // What one of a kind takes: the newest counts for half, so that a machine that has become slower is believed soon.
  struct Cost {
    double seconds = 0;
    bool known = false;
    void add(double taken);
  };
  std::int64_t coming(std::int64_t every, std::int64_t done_at, bool at_the_end) const;
  double step_seconds() const;

  RunSchedule schedule_;
  std::int64_t step_ = 0, steps_ = 0;   // the last one taken, and how many were told
  double first_seconds_ = 0, pace_seconds_ = 0, pace_tokens_ = 0, pace_steps_ = 0;   // of steps after the first
  Cost refresh_, evaluation_, samples_, save_;
  std::int64_t refreshed_at_ = -1, evaluated_at_ = -1, sampled_at_ = -1;
};

}   // namespace lift
