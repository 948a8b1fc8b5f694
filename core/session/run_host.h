#pragma once
// The trainer's host: writes the run's log and states, informs the observer, evaluates and generates samples with the
// open model. Private to core/session. Thread: the engine's.
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

// What a run measures and records; determined before step 1, and the same after a resume.
struct RunMeasures {
  std::vector<PackedBatch> held_out;     // empty: no held-out loss
  std::optional<EncodedChoices> probe;   // std::nullopt: no retention
  double forget_alarm = 0;
  std::optional<AnswerMeasure> answers;   // std::nullopt: no exact matches
  std::vector<TensorRecord> base;
  Fingerprint recipe, data;
  std::int64_t threads = 0;
  Manifest text;   // tokenizer and chat template, read at the start, while the model's files are known to exist
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

  // For a resumed run: restores the base's probe answers and the measurements before step 1.
  Status restore(const ResumeState& state);

  // The measurements before step 1, and the last ones since, also from before a resume.
  const std::optional<EvaluationMetrics>& before() const { return before_; }
  const std::optional<EvaluationMetrics>& after() const { return after_; }
  std::vector<AnsweredRow> answers() const;   // empty: no questions were asked
  // The most resident bytes that a step has reported since start or resume.
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
