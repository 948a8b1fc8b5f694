#pragma once
// What the trainer asks of the program around it: to write things down, to measure, to answer. Implemented by session/,
// and by tests with whatever they need. Thread: every call on the engine's, in order.
#include <optional>
#include <string>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/checkpoint/resume_state.h"
#include "core/generate/sampling_config.h"
#include "core/metrics/metrics.h"
#include "core/train/train_observer.h"

namespace lift {

class TrainHost {
 public:
  virtual ~TrainHost() = default;

  virtual void phase(RunPhase phase, std::int64_t step) = 0;
  // TrainObserver::on_boundary.
  virtual void boundary() {}
  // Into the log and to the observer. An error (full disk) ends the run.
  virtual Status record(const RunRecord& record) = 0;

  // Must not change the weights, nor any random stream of the run. An evaluation with nothing in it is not recorded.
  virtual Result<EvaluationMetrics> evaluate(std::int64_t step, const TaskContext& task) = 0;
  virtual Result<std::string> answer(const std::string& prompt, const SamplingConfig& sampling,
                                     const TaskContext& task) = 0;

  // The newest saved state of a step up to `at_most`, nothing where there is none. What was written after it, log and
  // states, is gone then: the run goes on from there.
  virtual Result<std::optional<ResumeState>> go_back(std::int64_t /*at_most*/, const TaskContext& /*task*/) {
    return std::optional<ResumeState>();
  }

  // Completes the state (base, recipe and data fingerprints, threads, its own parts) and writes it.
  virtual Status save(ResumeState state, const TaskContext& task) = 0;
};

}   // namespace lift
