#pragma once
// Detects a diverging run: a training or held-out loss that climbs far above its beginning or its lowest value. A loss
// that is not finite ends the run elsewhere (train/trainer). Used by train/. Tensor-free.
#include <cstdint>
#include <deque>
#include <optional>

#include "core/base/sentence.h"
#include "core/metrics/metrics.h"

namespace lift {

class DivergenceWatch {
 public:
  // Each returns a warning, once: after the first alarm both return std::nullopt until begin_again(). Alarms:
  //  - training, by the median of the last five steps, so that one hard row does not count: more than 1.5 times and by
  //    more than 1 above the median of the first five; or 2 times and 2 above the start (the larger of the first step's
  //    loss and the base's held-out loss); or 3 times and 2 above the lowest median so far;
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

  std::deque<double> recent_;
  double began_ = 0;
  std::optional<double> first_, lowest_, lowest_held_out_;
  std::int64_t good_step_ = 0, lowest_held_out_at_ = 0;
  bool alarmed_ = false;
};

}   // namespace lift
