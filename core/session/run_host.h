#pragma once
// The program around a trainer: writes the run's log and states, tells the observer, measures and answers with the open
// model. Private to core/session. Thread: the engine's.
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/log.h"
#include "core/checkpoint/manifest.h"
#include "core/checkpoint/resume_state.h"
#include "core/evaluate/choice_scoring.h"
#include "core/evaluate/evaluate_config.h"
#include "core/metrics/run_log.h"
#include "core/model/causal_lm.h"
#include "core/session/run_answers.h"
#include "core/session/run_folder.h"
#include "core/train/train_host.h"
#include "core/train/train_observer.h"

namespace lift {

// What a run measures and names; made before step 1, the same in every sitting.
struct RunMeasures {
  std::vector<PackedBatch> held_out;     // empty: no held-out loss
  std::optional<EncodedChoices> probe;   // none: no retention
  double forget_alarm = 0;
  std::optional<AnswerMeasure> answers;   // none: no exact matches
  std::vector<TensorRecord> base;
  Fingerprint recipe, data;
  std::int64_t threads = 0;
  Manifest text;   // tokenizer and chat template, read while the model's files are sure to be there
  RunSchedule schedule;
  MemoryPlan plan;
  std::function<Result<std::string>(const std::string& prompt, const SamplingConfig&, const TaskContext&)> answer;
};

class RunHost final : public TrainHost {
 public:
  RunHost(const CausalLm& model, const RunFolder& folder, RunLogWriter log, RunMeasures measures,
          TrainObserver& observer);

  void phase(RunPhase phase, std::int64_t step) override;
  void boundary() override { observer_.on_boundary(); }
  Status record(const RunRecord& record) override;
  Result<EvaluationMetrics> evaluate(std::int64_t step, const TaskContext& task) override;
  Result<std::string> answer(const std::string& prompt, const SamplingConfig& sampling,
                             const TaskContext& task) override;
  Result<std::optional<ResumeState>> go_back(std::int64_t at_most, const TaskContext& task) override;
  Status save(ResumeState state, const TaskContext& task) override;

  // From an earlier sitting: the base's answers to the probe, and what was measured before step 1.
  Status restore(const ResumeState& state);

  // Before step 1, and the last one since, over all sittings.
  const std::optional<EvaluationMetrics>& before() const { return before_; }
  const std::optional<EvaluationMetrics>& after() const { return after_; }
  std::vector<AnsweredRow> answers() const;   // empty: nobody was asked
  // The most resident bytes that a step of this sitting has reported.
  std::int64_t peak_bytes() const { return peak_bytes_; }

 private:
  Status measure_probe(EvaluationMetrics& metrics, const TaskContext& task);
  void tell(const RunRecord& record);
  std::string part_json() const;

  const CausalLm& model_;
  const RunFolder& folder_;
  RunLogWriter log_;
  RunMeasures measures_;
  TrainObserver& observer_;
  std::optional<RunAnswers> answers_;
  std::vector<std::uint8_t> base_right_;   // per probe item; empty: not measured yet
  std::optional<EvaluationMetrics> before_, after_;
  std::int64_t peak_bytes_ = 0;
};

}   // namespace lift
