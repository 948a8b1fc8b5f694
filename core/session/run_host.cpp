#include "core/session/run_host.h"

#include <algorithm>
#include <chrono>

#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/evaluate/held_out_loss.h"
#include "core/evaluate/retention.h"
#include "core/io/json.h"
#include "core/metrics/run_record_json.h"

namespace lift {

using nlohmann::json;

namespace {

constexpr const char* kPart = "evaluation";

// A log line: the form that measured numbers already have on disk.
json line_of(const std::optional<EvaluationMetrics>& metrics) {
  return metrics ? json(to_line(*metrics)) : json(nullptr);
}

Result<std::optional<EvaluationMetrics>> metrics_of(const json& value, const Sentence& subject) {
  if (value.is_null()) return std::optional<EvaluationMetrics>();
  LIFT_ASSIGN(const RunRecord record, record_from_line(value.get<std::string>(), subject.text()));
  if (const auto* metrics = std::get_if<EvaluationMetrics>(&record)) return std::optional(*metrics);
  return make_error(ErrorCode::Malformed, subject, say("expected an evaluation, found another record"));
}

void count_changes(const std::vector<std::uint8_t>& base, const std::vector<std::uint8_t>& now,
                   EvaluationMetrics& metrics) {
  if (base.size() != now.size()) return;
  std::int64_t lost = 0, gained = 0;
  for (std::size_t i = 0; i < now.size(); ++i) {
    lost += base[i] > now[i];
    gained += base[i] < now[i];
  }
  metrics.probe_lost = lost;
  metrics.probe_gained = gained;
}

}   // namespace

RunHost::RunHost(const CausalLm& model, const RunFolder& folder, RunLogWriter log, RunMeasures measures,
                 TrainObserver& observer)
    : model_(model), folder_(folder), log_(std::move(log)), measures_(std::move(measures)), observer_(observer) {
  if (measures_.answers) answers_.emplace(std::move(*measures_.answers), folder_.path());
}

std::vector<AnsweredRow> RunHost::answers() const { return answers_ ? answers_->rows() : std::vector<AnsweredRow>(); }

void RunHost::phase(RunPhase phase, std::int64_t step) { observer_.on_phase(phase, step); }

Status RunHost::record(const RunRecord& record) {
  LIFT_RETURN_IF_ERROR(log_.append(record));
  tell(record);
  const auto* metrics = std::get_if<EvaluationMetrics>(&record);
  if (!metrics || !metrics->alarm) return {};
  return this->record(
      RunEvent{metrics->step, RunEvent::Kind::RetentionAlarm,
               say("{:.0f} % of the base model's score on the probe are left", 100 * metrics->retention.value_or(0)),
               metrics->retention});
}

void RunHost::tell(const RunRecord& record) {
  if (const auto* step = std::get_if<StepMetrics>(&record)) {
    peak_bytes_ = std::max(peak_bytes_, step->peak_resident_bytes);
    observer_.on_step(*step);
  }
  if (const auto* evaluation = std::get_if<EvaluationMetrics>(&record)) observer_.on_evaluation(*evaluation);
  if (const auto* refresh = std::get_if<RefreshEvent>(&record)) observer_.on_refresh(*refresh);
  if (const auto* sample = std::get_if<SampleEvent>(&record)) observer_.on_sample(*sample);
  if (const auto* event = std::get_if<RunEvent>(&record)) observer_.on_event(*event);
}

Result<EvaluationMetrics> RunHost::evaluate(std::int64_t step, const TaskContext& task) {
  const auto begin = std::chrono::steady_clock::now();
  EvaluationMetrics metrics;
  metrics.step = step;
  if (!measures_.held_out.empty()) {
    LIFT_ASSIGN(const HeldOutLoss held_out, held_out_loss(model_, measures_.held_out, task));
    metrics.held_out_loss = held_out.loss;
    metrics.held_out_labels = held_out.labels;
  }
  LIFT_RETURN_IF_ERROR(measure_probe(metrics, task));
  if (answers_) {
    LIFT_ASSIGN(metrics.exact, answers_->measure(model_, step, task));
    if (metrics.exact) observer_.on_answers(answers_->rows());
  }
  metrics.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  if (step == 0) before_ = metrics;
  else after_ = metrics;
  return metrics;
}

Status RunHost::measure_probe(EvaluationMetrics& metrics, const TaskContext& task) {
  if (!measures_.probe) return {};
  LIFT_ASSIGN(const ChoiceScores scores, score_choices(model_, *measures_.probe, task));
  metrics.probe_score = scores.accuracy();
  metrics.probe_items = scores.items();
  if (metrics.step == 0) base_right_ = scores.right;
  count_changes(base_right_, scores.right, metrics);
  // A base that knows nothing of the probe has nothing to lose: the score alone is shown.
  auto retention = retention_of(base_right_, scores.right, measures_.forget_alarm);
  if (!retention.ok()) return {};
  metrics.retention = retention->share;
  metrics.retention_low = retention->low;
  metrics.retention_high = retention->high;
  metrics.alarm = retention->alarm;
  return {};
}

Result<std::string> RunHost::answer(const std::string& prompt, const SamplingConfig& sampling,
                                    const TaskContext& task) {
  return measures_.answer(prompt, sampling, task);
}

Result<std::optional<ResumeState>> RunHost::go_back(std::int64_t at_most, const TaskContext& task) {
  std::optional<ResumeState> found;
  std::vector<std::int64_t> later;
  for (const std::int64_t step : resume_steps(folder_.path())) {
    if (step <= at_most && !found) {
      auto state = read_resume_state(resume_file(folder_.path(), step), task);
      if (state.ok()) found = std::move(state).value();
    }
    if (!found) later.push_back(step);
  }
  if (found) LIFT_RETURN_IF_ERROR(restore(*found));
  else after_.reset();
  // They would be taken for the newest ones when the run is cut off before its next save.
  for (const std::int64_t step : later) std::filesystem::remove(resume_file(folder_.path(), step));
  LIFT_RETURN_IF_ERROR(truncate_run_log(folder_.log_file(), found ? found->step : 0));
  LIFT_ASSIGN(log_, RunLogWriter::open(folder_.log_file()));
  return found;
}

Status RunHost::save(ResumeState state, const TaskContext& task) {
  state.threads = measures_.threads;
  state.base = measures_.base;
  state.recipe = measures_.recipe;
  state.data = measures_.data;
  state.parts_json[kPart] = part_json();
  return write_resume_state(folder_.path(), state, task);
}

std::string RunHost::part_json() const {
  return json{{"base_right", base_right_}, {"before", line_of(before_)}, {"after", line_of(after_)}}.dump();
}

Status RunHost::restore(const ResumeState& state) {
  const Sentence subject = say("resume state of step {}, part \"{}\"", state.step, kPart);
  const auto part = state.parts_json.find(kPart);
  if (part == state.parts_json.end()) return make_error(ErrorCode::Malformed, subject, say("expected it, found none"));
  LIFT_ASSIGN(const json value, parse_json(part->second, subject));
  return catch_exceptions(subject, [&]() -> Status {
    base_right_ = value.at("base_right").get<std::vector<std::uint8_t>>();
    LIFT_ASSIGN(before_, metrics_of(value.at("before"), subject));
    LIFT_ASSIGN(after_, metrics_of(value.at("after"), subject));
    const std::size_t items = measures_.probe ? measures_.probe->answers.size() : 0;
    if (!base_right_.empty() && base_right_.size() != items)
      return make_error(ErrorCode::Mismatch, subject,
                        say("expected the answers to {} questions, found {}", items, base_right_.size()),
                        say("The probe has changed since"));
    return {};
  });
}

}   // namespace lift
