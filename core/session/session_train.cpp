// Runs: started from a recipe, gone on with from a folder.
#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/kernels/thread_count.h"
#include "core/ranks/agreement.h"
#include "core/session/session_impl.h"
#include "core/session/training_job.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

Status can_go_on(const RunFolder& folder) {
  const auto& end = folder.note().end;
  if (!end || end->state == RunState::Stopped || end->state == RunState::Failed) return {};
  const bool done = end->state == RunState::Done;
  return make_error(ErrorCode::InvalidArgument, folder.path().string(),
                    done ? say("expected a run that can go on, found one that is done")
                         : say("expected a run that can go on, found one that was stopped without saving"),
                    say("Start a new run from its recipe"));
}

Result<RunFolder> opened(const fs::path& run_folder) {
  LIFT_ASSIGN(RunFolder folder, RunFolder::open(run_folder));
  LIFT_RETURN_IF_ERROR(can_go_on(folder));
  return folder;
}

}   // namespace

Recipe with_moved(Recipe recipe, const MovedFiles& moved) {
  if (!moved.model.empty()) recipe.model = moved.model.string();
  if (moved.data_folder.empty()) return recipe;
  const auto move = [&](std::string& file) {
    if (!file.empty()) file = (moved.data_folder / fs::path(file).filename()).string();
  };
  for (std::string& file : recipe.data.files) move(file);
  for (std::string& file : recipe.data.held_out_files) move(file);
  for (std::string& file : recipe.data.replay_files) move(file);
  move(recipe.evaluate.probe_file);
  return recipe;
}

bool method_selects(std::string_view method) {
  const MethodEntry* entry = find_method(method);
  return !entry || entry->refreshes;
}

double rate_beside_lift(std::string_view method) {
  const MethodEntry* entry = find_method(method);
  return entry ? entry->rate_beside_lift : 1;
}

std::vector<NamedChoice> method_choices() {
  std::vector<NamedChoice> choices;
  for (const MethodEntry& method : methods()) choices.push_back({std::string(method.name), method.title});
  return choices;
}

namespace {

// Said once: what a recipe says for another method than its own.
void tell_idle_sections(const TrainConfig& train, const NoticeSink& notices) {
  if (!notices) return;
  for (const auto& [method, section] : train.sections) {
    if (method == train.method) continue;
    for (const auto& [name, value] : section)
      notices(
          {Severity::Warning, say("{}.{} is set and decides nothing: the method is {}", method, name, train.method)});
  }
}

}   // namespace

Status Session::prepare(const Recipe& recipe, TrainObserver& observer, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(recipe.validate());
  tell_idle_sections(recipe.train, impl_->options.notices);
  observer.on_phase(RunPhase::Preparing, 0);
  LIFT_ASSIGN([[maybe_unused]] const ModelSummary summary,
              open_model(recipe.model, recipe.train.dtype, recipe.train.device, task));
  LIFT_RETURN_IF_ERROR(fit_method(recipe.train, recipe.selection, summary.config));
  LIFT_ASSIGN([[maybe_unused]] const DataSummary data, open_data(recipe.data, task));
  return {};
}

Result<RunOutcome> Session::train(const Recipe& recipe, RunControl& control, TrainObserver& observer,
                                  const TaskContext& task) {
  auto outcome = catch_exceptions(say("run"), [&]() -> Result<RunOutcome> {
    Status ready = prepare(recipe, observer, task);
    Ranks* ranks = impl_->options.ranks;
    LIFT_RETURN_IF_ERROR(ranks ? agree(*ranks, ready, RankWait::Unit) : ready);
    TrainingJob job(*impl_, control, observer);
    if (!ranks) return job.start(recipe, task);
    return ranks->is_first() ? job.told(job.start(recipe, task)) : job.follow({}, task);
  });
  use_threads(impl_->options.threads);
  impl_->selections.clear();
  impl_->base_selections.clear();
  return outcome;
}

Result<RunOutcome> Session::resume(const fs::path& run_folder, RunControl& control, TrainObserver& observer,
                                   const TaskContext& task, const MovedFiles& moved) {
  auto outcome = catch_exceptions(run_folder.string(), [&]() -> Result<RunOutcome> {
    Ranks* ranks = impl_->options.ranks;
    TrainingJob job(*impl_, control, observer);
    if (ranks && !ranks->is_first()) {
      const auto recipe = read_recipe(run_folder / "recipe.json");
      const Status ready = recipe.ok() ? prepare(with_moved(*recipe, moved), observer, task) : Status(recipe.error());
      LIFT_RETURN_IF_ERROR(agree(*ranks, ready, RankWait::Unit));
      return job.follow(run_folder, task);
    }
    Result<RunFolder> folder = opened(run_folder);
    const Recipe now = folder.ok() ? with_moved(folder->recipe(), moved) : Recipe();
    Status ready = folder.ok() ? prepare(now, observer, task) : Status(folder.error());
    LIFT_RETURN_IF_ERROR(ranks ? agree(*ranks, ready, RankWait::Unit) : ready);
    return job.told(job.resume(std::move(folder).value(), task, now.evaluate.probe_file));
  });
  use_threads(impl_->options.threads);
  impl_->selections.clear();
  impl_->base_selections.clear();
  return outcome;
}

}   // namespace lift
