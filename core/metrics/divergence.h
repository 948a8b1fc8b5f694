#pragma once
// Whether a run is coming apart: a training or held-out loss that climbs far above where it began or has been. What is
// not a number at all ends a run elsewhere (train/trainer). Used by train/. Tensor-free.
#include <cstdint>
#include <deque>
#include <optional>

#include "core/base/sentence.h"
#include "core/metrics/metrics.h"

namespace lift {

class DivergenceWatch {
 public:
  // Each returns what to tell, once: after the first alarm it is silent until begin_again().
  //  - training: the median of the last five steps, so that one hard row is no alarm, is above 1.5 times and 1 above
  //    that of the first five, or above 2 times and 2 above where it began (the larger of the first step's loss and the
  //    base's held-out one), or above 3 times and 2 above the lowest so far;
  //  - held-out: above 1.5 times and 0.5 above the base's or the lowest so far.
  std::optional<Sentence> add(const StepMetrics& metrics);
  std::optional<Sentence> add(const EvaluationMetrics& metrics);

  bool alarmed() const { return alarmed_; }
  // A step from before the climb, as late as is sure: where the held-out loss was lowest when that is what climbs, else
  // the beginning of the last five steps whose loss was as low as it has been. 0: none yet.
  std::int64_t good_step() const { return good_step_; }
  // After going back to `step`: what came later is forgotten, and the watch is on again.
  void begin_again(std::int64_t step);

 private:
  std::optional<Sentence> alarm(Sentence words);

  std::deque<double> recent_;
  double began_ = 0;
  std::optional<double> first_, lowest_, lowest_held_out_;
  std::int64_t good_step_ = 0, lowest_held_out_at_ = 0;
  bool alarmed_ = false;
};

}   // namespace lift
