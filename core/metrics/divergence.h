#pragma once
// Detects a diverging run: a training or held-out loss that climbs far above its beginning or its lowest value. A loss
// that is not finite ends the run elsewhere (train/trainer). Used by train/. Tensor-free.
#include <cstdint>
#include <deque>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/sentence.h"
#include "core/metrics/metrics.h"

namespace lift {

class DivergenceWatch {
 public:
  // Each returns a warning, once: after the first alarm both return std::nullopt until begin_again(). Alarms:
  //  - training, by the last five steps: more than 1.5 times and by more than 1 above the first five and above the
  //    start (the larger of the first step's loss and the base's held-out loss); or 2 times and 2 above the start; or
  //    3 times and 2 above the lowest so far. Their median and their mean per label must both be, so that one hard row
  //    or steps of few labels do not count, and the median by more than three standard errors of up to 200 steps
  //    before;
  //  - held-out: more than 1.5 times and 0.5 above the lowest so far, the base's included.
  std::optional<Sentence> add(const StepMetrics& metrics);
  std::optional<Sentence> add(const EvaluationMetrics& metrics);

  bool alarmed() const { return alarmed_; }
  // A step before the climb, to go back to. After an alarm by held-out loss: where that was lowest. Else: the first
  // of the latest five steps whose median was within 10 % of the lowest. 0: none yet.
  std::int64_t good_step() const { return good_step_; }
  // After the run went back to `step`: discards the last steps' losses and watches again.
  void begin_again(std::int64_t step);

 private:
  std::optional<Sentence> alarm(Sentence words);

  struct Level {
    double median = 0, mean = 0;   // of the steps' losses; of all their labels' losses
  };
  Level recent_level() const;
  double standard_error() const;   // of a median of five steps; 0 while too few came before
  bool far_above(const Level& now, const Level& reference, double times, double by) const;

  std::deque<StepMetrics> recent_;
  std::deque<double> earlier_;   // losses of the steps before `recent_`
  double began_ = 0;
  std::optional<Level> first_;
  // The lowest so far, each with the step that brought it; what was the lowest before stays for begin_again().
  std::vector<std::pair<std::int64_t, Level>> lowest_;
  std::vector<std::pair<std::int64_t, double>> lowest_held_out_;
  std::int64_t good_step_ = 0;
  bool alarmed_ = false;
};

}   // namespace lift
