#pragma once
// What a run did for the model, in words: what became better, what worse, and what to try then. The end of a run is
// good news only where nothing became worse. Tensor-free. Thread: any.
#include <cstdint>
#include <vector>

#include "core/base/sentence.h"
#include "core/metrics/metrics.h"

namespace lift {

struct RunVerdict {
  // Mixed: better at some, worse at other. Unknown: nothing was measured that could tell.
  enum class Grade : std::uint8_t { Better, Same, Mixed, Worse, Unknown } grade = Grade::Unknown;
  std::vector<Sentence> better, same, worse;
  Sentence advice;   // empty unless something became worse

  bool good() const { return grade == Grade::Better || grade == Grade::Same || grade == Grade::Unknown; }
  // One line: "Worse: held-out loss 2.276 to 6.067. Better: ...".
  Sentence text() const;
};

// Of all evaluations of a run in their order (the first one is the base's), the training loss of its first and last
// steps, each the mean of a tenth of them, and its peak learning rate. Held-out rows count for what is learned, the
// training loss only where there are none; 0.5 % of a loss is no difference.
RunVerdict judge_run(const std::vector<EvaluationMetrics>& evaluations, const std::vector<StepMetrics>& steps);

}   // namespace lift
