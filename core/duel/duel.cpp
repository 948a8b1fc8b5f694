#include "core/duel/duel.h"

#include <chrono>
#include <ctime>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/say.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

constexpr int kMostNames = 10000;
constexpr const char* kDuelFile = "duel.json";
constexpr const char* kProbe = "probe";

std::string utc_now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

Result<fs::path> make_folder(const fs::path& runs, const std::string& name) {
  std::error_code error;
  fs::create_directories(runs, error);
  for (int number = 1; !error && number <= kMostNames; ++number) {
    const fs::path folder = runs / (number == 1 ? name : fmt::format("{}-{}", name, number));
    if (fs::create_directory(folder, error)) return folder;
  }
  return make_error(ErrorCode::Io, (runs / name).string(),
                    say("the duel's folder could not be made: {}", error ? error.message() : "every name is taken"),
                    say("Choose a folder that you may write"));
}

Error taken(const fs::path& folder, Sentence what) {
  return make_error(ErrorCode::InvalidArgument, folder.string(), std::move(what),
                    say("Give the new duel another name (--name), or go on with that one (--resume)"));
}

// What differs between a duel on disk and the one that is asked for; empty: nothing.
Sentence difference_of(const DuelConfig& there, const DuelConfig& asked) {
  const nlohmann::json left = to_json(there), right = to_json(asked);
  if (left == right) return {};
  if (const auto fields = difference(there.recipe, asked.recipe); !fields.empty())
    return say("{} is {}, not {}", fields.front().path, fields.front().left, fields.front().right);
  for (const auto& [name, value] : left.items())
    if (name != "recipe" && value != right.at(name))
      return say("{} is {}, not {}", name, value.dump(), right.at(name).dump());
  return say("the recipe differs");
}

// What is left of a run's folder that was being made, or removed, when the duel was cut off.
bool is_remains(const fs::path& run) {
  std::error_code ignored;
  return fs::exists(run, ignored) && !fs::exists(run / "run.json", ignored);
}

Status remove_run(Session& session, const fs::path& run) {
  if (!is_remains(run)) return session.delete_run(run);
  std::error_code failure;
  fs::remove_all(run, failure);
  if (failure) return make_error(ErrorCode::Io, run.string(), say("could not be removed: {}", failure.message()));
  return {};
}

// A result of the duel, that other runs can be compared with: it diverged, or needs more memory than there is.
bool is_result(const Error& error) {
  return error.code == ErrorCode::NonFinite || error.code == ErrorCode::OutOfMemory;
}

FinalRun figures_of(const DuelJob& job, const RunHistory& history) {
  const RunSummary& summary = history.summary;
  FinalRun run;
  run.contestant = job.contestant;
  run.run = summary.id;
  run.seed = job.seed;
  run.rate = job.rate;
  run.steps = summary.step;
  run.held_out_before = summary.held_out_before;
  run.held_out_after = summary.held_out_after;
  run.probe_before = summary.probe_before;
  run.probe_after = summary.probe_after;
  run.probe_items = summary.probe_items;
  for (const AnsweredRow& row : history.answers) {
    if (!row.base || !row.tuned) continue;
    run.right_before.push_back(row.base->right);
    run.right_after.push_back(row.tuned->right);
  }
  if (!history.refreshes.empty()) run.trained = history.refreshes.front().entries;
  std::error_code failure;
  if (!summary.delta.empty()) run.delta_bytes = static_cast<std::int64_t>(fs::file_size(summary.delta, failure));
  run.peak_bytes = summary.peak_bytes;
  run.tokens_per_second = summary.tokens_per_second;
  run.seconds = summary.seconds;
  return run;
}

}   // namespace

Result<Duel> Duel::create(const fs::path& runs, const std::string& name, const DuelConfig& config) {
  LIFT_RETURN_IF_ERROR(config.validate());
  LIFT_ASSIGN(const fs::path folder, make_folder(runs, folder_part(name)));
  LIFT_ASSIGN(FileLock lock, FileLock::acquire(folder));
  DuelState state{folder.filename().string(), utc_now(), config, {}, {}, {}};
  LIFT_RETURN_IF_ERROR(write_duel(folder, state));
  return Duel(folder, std::move(lock), std::move(state));
}

Result<Duel> Duel::create_or_open(const fs::path& runs, const std::string& name, const DuelConfig& config) {
  LIFT_RETURN_IF_ERROR(config.validate());
  const fs::path folder = runs / folder_part(name);
  std::error_code ignored;
  if (!fs::exists(folder, ignored)) return create(runs, name, config);
  if (fs::exists(folder / kDuelFile, ignored)) {
    LIFT_ASSIGN(const DuelState state, read_duel(folder));
    if (const Sentence what = difference_of(state.config, config); !what.empty())
      return taken(folder, say("it has a duel in which {}", what));
    return open(folder);
  }
  // A duel that was cut off before its first note left the lock and nothing else.
  for (const auto& entry : fs::directory_iterator(folder, ignored))
    if (entry.path().filename() != FileLock::file_name && !entry.path().filename().string().starts_with(kDuelFile))
      return taken(folder, say("it is the folder of something else"));
  LIFT_ASSIGN(FileLock lock, FileLock::acquire(folder));
  DuelState state{folder.filename().string(), utc_now(), config, {}, {}, {}};
  LIFT_RETURN_IF_ERROR(write_duel(folder, state));
  return Duel(fs::absolute(folder).lexically_normal(), std::move(lock), std::move(state));
}

Result<Duel> Duel::open(const fs::path& folder) {
  LIFT_ASSIGN(DuelState state, read_duel(folder));
  LIFT_ASSIGN(FileLock lock, FileLock::acquire(folder));
  return Duel(fs::absolute(folder).lexically_normal(), std::move(lock), std::move(state));
}

Result<RunOutcome> Duel::run_job(const DuelJob& job, Session& session, RunControl& control, TrainObserver& observer,
                                 const TaskContext& task) {
  const fs::path run = session.runs_directory() / job.recipe.name;
  if (is_remains(run)) LIFT_RETURN_IF_ERROR(remove_run(session, run));
  if (!fs::exists(run)) return session.train(job.recipe, control, observer, task);
  LIFT_ASSIGN(RunHistory history, session.history(run));
  if (history.summary.state == RunState::Done) {   // the duel was cut off before it took note
    const Recipe& recipe = history.recipe;
    LIFT_ASSIGN([[maybe_unused]] const ModelSummary model,
                session.open_model(recipe.model, recipe.train.dtype, recipe.train.device, task));
    LIFT_RETURN_IF_ERROR(session.attach_delta(history.summary.delta, task));
    RunOutcome outcome;
    outcome.summary = std::move(history.summary);
    return outcome;
  }
  if (history.summary.state == RunState::Discarded) {
    LIFT_RETURN_IF_ERROR(session.delete_run(run));
    return session.train(job.recipe, control, observer, task);
  }
  return session.resume(run, control, observer, task);
}

Result<std::vector<TaskOutcomes>> Duel::ask(const DuelJob& job, Session& session, TrainObserver& observer,
                                            const TaskContext& task) {
  std::vector<std::string> names;
  const EvaluateConfig& evaluate = job.recipe.evaluate;
  if (!evaluate.probe_file.empty()) names.emplace_back(kProbe);
  names.insert(names.end(), state_.config.tasks.begin(), state_.config.tasks.end());
  std::vector<TaskOutcomes> tuned;
  if (names.empty()) return tuned;
  observer.on_phase(RunPhase::Evaluating, job.recipe.train.steps);
  const auto outcomes = [&]() -> Result<std::vector<TaskOutcomes>> {
    std::vector<TaskOutcomes> all;
    for (const std::string& name : names) {
      const bool probe = name == kProbe;
      LIFT_ASSIGN(auto scores, session.evaluate({probe ? "probe:" + evaluate.probe_file : name},
                                                probe ? evaluate.probe_items : 0, task));
      all.push_back({name, std::move(scores.front().right)});
    }
    return all;
  };
  LIFT_ASSIGN(tuned, outcomes());
  if (state_.base.empty()) {
    LIFT_RETURN_IF_ERROR(session.set_delta_strength(0));
    LIFT_ASSIGN(state_.base, outcomes());
    LIFT_RETURN_IF_ERROR(session.set_delta_strength(1));
  }
  return tuned;
}

Status Duel::record(const DuelJob& job, Session& session, const std::string& trouble, std::vector<TaskOutcomes> tasks) {
  const fs::path run = session.runs_directory() / job.recipe.name;
  LIFT_ASSIGN(const RunHistory history, session.history(run));
  if (job.search) {
    SearchRun search{job.contestant, job.rate, history.summary.held_out_after, trouble, history.summary.seconds};
    if (!trouble.empty()) search.loss.reset();
    state_.searches.push_back(std::move(search));
  } else {
    state_.finals.push_back(figures_of(job, history));
    state_.finals.back().trouble = trouble;
    state_.finals.back().tasks = std::move(tasks);
  }
  LIFT_RETURN_IF_ERROR(write_duel(folder_, state_));
  return job.search ? session.delete_run(run) : Status();
}

Result<RunOutcome> Duel::run_next(Session& session, RunControl& control, TrainObserver& observer,
                                  const TaskContext& task) {
  for (const SearchRun& search : state_.searches)   // cut off before it was removed
    if (const fs::path left = session.runs_directory() / state_.search_run_name(search.contestant, search.rate);
        fs::exists(left))
      LIFT_RETURN_IF_ERROR(remove_run(session, left));
  const auto job = state_.next();
  LIFT_CHECK(job, "a duel with a run left");
  Result<RunOutcome> ended = run_job(*job, session, control, observer, task);
  if (!ended.ok() && !is_result(ended.error())) return ended;
  if (ended.ok() && ended->state != RunState::Done) return ended;
  std::vector<TaskOutcomes> tasks;
  if (ended.ok() && !job->search) {
    LIFT_ASSIGN(tasks, ask(*job, session, observer, task));
  }
  LIFT_RETURN_IF_ERROR(record(*job, session, ended.ok() ? std::string() : ended.error().sentence(), std::move(tasks)));
  if (ended.ok()) {
    if (job->search) ended->summary.delta.clear();   // it went with its run
    return ended;
  }
  RunOutcome failed;
  failed.state = failed.summary.state = RunState::Failed;
  failed.summary.reason = ended.error().whole();
  return failed;
}

Result<bool> Duel::run(Session& session, RunControl& control, TrainObserver& observer, const Watch& watch,
                       const TaskContext& task) {
  while (const auto job = state_.next()) {
    if (control.stop_requested() != StopKind::None || task.stop_requested()) return false;
    if (watch.begins) watch.begins(*job);
    const Result<RunOutcome> ended = run_next(session, control, observer, task);
    if (!ended.ok() && ended.error().code == ErrorCode::Cancelled) return false;
    if (!ended.ok()) return ended.error();
    if (ended->state != RunState::Done && ended->state != RunState::Failed) return false;
    if (watch.ended) watch.ended(state_);
  }
  return true;
}

}   // namespace lift
