#pragma once
// What a run did to the model, in words: what became better, what worse, and what to try in that case. A run in which
// something became worse is not reported as a success. Tensor-free. Thread: any.
#include <cstdint>
#include <vector>

#include "core/base/sentence.h"
#include "core/metrics/metrics.h"

namespace lift {

struct RunVerdict {
  // Mixed: some better, some worse. Unknown: nothing was measured that could tell.
  enum class Grade : std::uint8_t { Better, Same, Mixed, Worse, Unknown } grade = Grade::Unknown;
  std::vector<Sentence> better, same, worse;
  Sentence advice;   // empty unless something became worse

  bool good() const { return grade == Grade::Better || grade == Grade::Same || grade == Grade::Unknown; }
  // One line: "Worse: held-out loss 2.276 to 6.067. Better: ...".
  Sentence text() const;
};

// `evaluations`: all of a run, in order, the base's first. `steps`: compares the mean training loss of the first and
// last tenth, and gives the peak learning rate. What was learned is judged by the held-out rows, or by the training
// loss if there are none; a loss that changes by less than 0.5 % counts as equal.
RunVerdict judge_run(const std::vector<EvaluationMetrics>& evaluations, const std::vector<StepMetrics>& steps);

}   // namespace lift
