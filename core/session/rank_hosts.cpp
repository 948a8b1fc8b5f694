#include "core/session/rank_hosts.h"

#include "core/base/say.h"
#include "core/metrics/run_record_json.h"
#include "core/ranks/agreement.h"

namespace lift {

namespace {

constexpr const char* kNone = "none";

}   // namespace

Result<EvaluationMetrics> LeadingHost::evaluate(std::int64_t step, const TaskContext& task) {
  EvaluationMetrics metrics;
  LIFT_ASSIGN([[maybe_unused]] const std::string told, from_first(ranks_, [&]() -> Result<std::string> {
                LIFT_ASSIGN(metrics, host_.evaluate(step, task));
                return to_line(metrics);
              }));
  return metrics;
}

Result<std::optional<ResumeState>> LeadingHost::go_back(std::int64_t at_most, const TaskContext& task) {
  std::optional<ResumeState> state;
  LIFT_ASSIGN([[maybe_unused]] const std::string told, from_first(ranks_, [&]() -> Result<std::string> {
                LIFT_ASSIGN(state, host_.go_back(at_most, task));
                return state ? std::to_string(state->step) : std::string(kNone);
              }));
  return state;
}

Result<EvaluationMetrics> FollowingHost::evaluate(std::int64_t, const TaskContext&) {
  LIFT_ASSIGN(const std::string line, from_first(ranks_, {}));
  LIFT_ASSIGN(const RunRecord record, record_from_line(line, "evaluation of the first process"));
  if (const auto* metrics = std::get_if<EvaluationMetrics>(&record)) return *metrics;
  return make_error(ErrorCode::Internal, say("process 1"), say("expected an evaluation, found another record"));
}

Result<std::optional<ResumeState>> FollowingHost::go_back(std::int64_t, const TaskContext& task) {
  LIFT_ASSIGN(const std::string step, from_first(ranks_, {}));
  if (step == kNone) return std::optional<ResumeState>();
  LIFT_ASSIGN(ResumeState state, read_resume_state(resume_file(folder_, std::stoll(step)), task));
  return std::optional(std::move(state));
}

}   // namespace lift
