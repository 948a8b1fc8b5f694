// What a run's folder tells, read without its lock: the history of one, the list of all.
#include <algorithm>
#include <cmath>

#include "core/base/say.h"
#include "core/checkpoint/resume_state.h"
#include "core/metrics/run_log.h"
#include "core/session/answers_file.h"
#include "core/session/run_folder.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kSparklinePoints = 64;

std::vector<float> sparkline(const std::vector<StepMetrics>& steps) {
  std::vector<float> points;
  const std::size_t count = std::min(kSparklinePoints, steps.size());
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = i * steps.size() / count, end = (i + 1) * steps.size() / count;
    double sum = 0;
    for (std::size_t s = begin; s < end; ++s) sum += steps[s].loss;
    points.push_back(static_cast<float>(sum / static_cast<double>(end - begin)));
  }
  return points;
}

void fill_from_log(RunHistory& history) {
  RunSummary& summary = history.summary;
  if (!history.steps.empty()) {
    summary.step = history.steps.back().step;
    summary.first_loss = history.steps.front().loss;
    summary.last_loss = history.steps.back().loss;
    summary.loss_curve = sparkline(history.steps);
  }
  std::int64_t tokens = 0;
  double training = 0;
  for (const StepMetrics& step : history.steps) {
    summary.seconds += step.seconds.total();
    summary.peak_bytes = std::max(summary.peak_bytes, step.peak_resident_bytes);
    tokens += step.tokens;
    training += step.seconds[Phase::Data] + step.seconds[Phase::ForwardBackward] + step.seconds[Phase::Optimizer];
  }
  if (training > 0) summary.tokens_per_second = static_cast<double>(tokens) / training;
  summary.verdict = judge_run(history.evaluations, history.steps);
  for (const EvaluationMetrics& evaluation : history.evaluations) {
    if (evaluation.step == 0) summary.held_out_before = evaluation.held_out_loss;
    else if (evaluation.held_out_loss) summary.held_out_after = evaluation.held_out_loss;
    if (evaluation.retention) summary.retention = evaluation.retention;
    if (evaluation.exact) (evaluation.step == 0 ? summary.exact_before : summary.exact_after) = evaluation.exact;
    if (evaluation.retention) summary.retention_high = evaluation.retention_high;
    if (!evaluation.probe_score) continue;
    (evaluation.step == 0 ? summary.probe_before : summary.probe_after) = evaluation.probe_score;
    summary.probe_items = evaluation.probe_items;
  }
}

// What is missing of what the run was started with; empty: nothing.
Sentence missing_of(const Recipe& recipe) {
  const auto there = [](const std::string& path) {
    std::error_code error;
    return path.empty() || fs::exists(path, error);
  };
  if (!there(recipe.model)) return say("Its model is not there any more: {}", recipe.model);
  for (const auto* files : {&recipe.data.files, &recipe.data.held_out_files, &recipe.data.replay_files})
    for (const std::string& file : *files)
      if (!there(file)) return say("Its data is not there any more: {}", file);
  if (!there(recipe.evaluate.probe_file))
    return say("Its retention probe is not there any more: {}", recipe.evaluate.probe_file);
  return {};
}

RunState state_of(const fs::path& folder, const RunNote& note) {
  if (FileLock::held(folder)) return RunState::Running;
  return note.end ? note.end->state : RunState::Interrupted;
}

}   // namespace

std::string_view name_of(RunState state) {
  switch (state) {
    case RunState::Running: return "running";
    case RunState::Interrupted: return "interrupted";
    case RunState::Stopped: return "stopped";
    case RunState::Done: return "done";
    case RunState::Failed: return "failed";
    case RunState::Discarded: return "discarded";
  }
  fail_check("run state is one of six", "");
}

Result<RunHistory> read_run_history(const fs::path& folder) {
  LIFT_ASSIGN(const RunNote note, read_run_note(folder));
  RunHistory history;
  LIFT_ASSIGN(history.recipe, read_recipe(folder / "recipe.json"));
  std::vector<RunRecord> records;
  if (auto log = read_run_log(folder / kRunLogName); log.ok()) records = std::move(log).value();
  else if (log.error().code != ErrorCode::NotFound) return log.error();
  for (RunRecord& record : records) {
    if (auto* step = std::get_if<StepMetrics>(&record)) history.steps.push_back(*step);
    if (auto* evaluation = std::get_if<EvaluationMetrics>(&record)) history.evaluations.push_back(*evaluation);
    if (auto* refresh = std::get_if<RefreshEvent>(&record)) history.refreshes.push_back(std::move(*refresh));
    if (auto* sample = std::get_if<SampleEvent>(&record)) history.samples.push_back(std::move(*sample));
    if (auto* event = std::get_if<RunEvent>(&record)) history.events.push_back(std::move(*event));
  }

  if (auto answers = read_answers(folder / kAnswersName); answers.ok()) history.answers = std::move(answers).value();
  else return answers.error();
  RunSummary& summary = history.summary;
  summary.folder = fs::absolute(folder).lexically_normal();
  if (!summary.folder.has_filename()) summary.folder = summary.folder.parent_path();
  summary.id = summary.folder.filename().string();
  summary.created = note.created;
  summary.model_name = note.model_name;
  summary.data_name = note.data_name;
  summary.total_steps = note.total_steps;
  summary.state = state_of(folder, note);
  if (note.end) summary.reason = note.end->reason;
  // Without a state it begins anew in the same folder.
  const bool open_end =
      summary.state == RunState::Interrupted || summary.state == RunState::Stopped || summary.state == RunState::Failed;
  if (open_end) summary.obstacle = missing_of(history.recipe);
  summary.can_resume = open_end && summary.obstacle.empty();
  read_label(folder, summary.title, summary.remark);
  if (const fs::path delta = summary.folder / "delta.safetensors"; fs::exists(delta)) summary.delta = delta;
  fill_from_log(history);
  return history;
}

Result<RunSummary> read_run_summary(const fs::path& folder) {
  LIFT_ASSIGN(RunHistory history, read_run_history(folder));
  return std::move(history.summary);
}

Result<std::vector<RunSummary>> list_runs(const fs::path& runs) {
  std::vector<RunSummary> list;
  std::error_code error;
  if (!fs::exists(runs, error)) return list;
  fs::directory_iterator entries(runs, error);
  if (error)
    return make_error(ErrorCode::Io, runs.string(), say("the folder of runs could not be read: {}", error.message()));
  for (const fs::directory_entry& entry : entries) {
    if (!fs::exists(entry.path() / "run.json", error)) continue;
    auto summary = read_run_summary(entry.path());
    if (summary.ok()) {
      list.push_back(std::move(summary).value());
      continue;
    }
    RunSummary unreadable;
    unreadable.id = entry.path().filename().string();
    unreadable.folder = entry.path();
    unreadable.state = RunState::Failed;
    unreadable.reason = summary.error().whole();
    list.push_back(std::move(unreadable));
  }
  std::ranges::sort(list, [](const RunSummary& a, const RunSummary& b) {
    return a.created != b.created ? a.created > b.created : a.id > b.id;
  });
  return list;
}

void RunFolder::remove_states() const {
  std::error_code ignored;
  for (const std::int64_t step : resume_steps(path_)) fs::remove(resume_file(path_, step), ignored);
}

}   // namespace lift
