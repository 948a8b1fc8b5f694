#pragma once
// The trainer's hosts in a run of several processes: the first one's, which tells the others what it measured, and the
// others', which write nothing. Private to core/session. Thread: the engine's.
#include <filesystem>
#include <optional>
#include <string>

#include "core/ranks/ranks.h"
#include "core/train/train_host.h"

namespace lift {

class LeadingHost final : public TrainHost {
 public:
  LeadingHost(Ranks& ranks, TrainHost& host) : ranks_(ranks), host_(host) {}

  void phase(RunPhase phase, std::int64_t step) override { host_.phase(phase, step); }
  void boundary() override { host_.boundary(); }
  Status record(const RunRecord& record) override { return host_.record(record); }
  Result<EvaluationMetrics> evaluate(std::int64_t step, const TaskContext& task) override;
  Result<std::string> answer(const std::string& prompt, const SamplingConfig& sampling,
                             const TaskContext& task) override {
    return host_.answer(prompt, sampling, task);
  }
  Result<std::optional<ResumeState>> go_back(std::int64_t at_most, const TaskContext& task) override;
  Status save(ResumeState state, const TaskContext& task) override { return host_.save(std::move(state), task); }

 private:
  Ranks& ranks_;
  TrainHost& host_;
};

class FollowingHost final : public TrainHost {
 public:
  // `folder`: the run's; read when the run goes back.
  FollowingHost(Ranks& ranks, std::filesystem::path folder) : ranks_(ranks), folder_(std::move(folder)) {}

  void phase(RunPhase, std::int64_t) override {}
  Status record(const RunRecord&) override { return {}; }
  Result<EvaluationMetrics> evaluate(std::int64_t step, const TaskContext& task) override;
  Result<std::string> answer(const std::string&, const SamplingConfig&, const TaskContext&) override {
    return std::string();
  }
  Result<std::optional<ResumeState>> go_back(std::int64_t at_most, const TaskContext& task) override;
  Status save(ResumeState, const TaskContext&) override { return {}; }

 private:
  Ranks& ranks_;
  std::filesystem::path folder_;
};

}   // namespace lift
