#pragma once
// Executes a run from its start or resume until it ends or stops: folder, measurements, trainer, delta.
// Private to core/session. Thread: the engine's.
#include <filesystem>
#include <optional>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/session/open_data.h"
#include "core/session/run_folder.h"
#include "core/session/run_host.h"
#include "core/session/session_impl.h"
#include "core/train/memory_plan.h"
#include "core/train/run_control.h"
#include "core/train/train_observer.h"
#include "core/train/trainer.h"

namespace lift {

class TrainingJob {
 public:
  // `session` must have the recipe's model and data open, and no delta attached.
  TrainingJob(Session::Impl& session, RunControl& control, TrainObserver& observer)
      : session_(session), control_(control), observer_(observer) {}

  Result<RunOutcome> start(const Recipe& recipe, const TaskContext& task);
  // The lock of `folder` is held. Continues from its newest readable state, or from the beginning if there is none.
  // `probe_file`: the present location of the recipe's probe.
  Result<RunOutcome> resume(RunFolder folder, const TaskContext& task, const std::string& probe_file);

  // Of several processes (training_job_ranks.cpp). The others' part in what the first one starts or resumes.
  // `folder`: the run's, where every process finds it; empty in a run that begins.
  Result<RunOutcome> follow(const std::filesystem::path& folder, const TaskContext& task);
  // Tells the others of a start that failed before they were told of the run.
  Result<RunOutcome> told(Result<RunOutcome> outcome);

 private:
  Result<RunOutcome> execute(RunFolder folder, RunMeasures measures, std::optional<ResumeState> state,
                             const TaskContext& task);
  Result<RunMeasures> measures(const Recipe& recipe, const RunNote& note, const std::string& probe_file,
                               const TaskContext& task);
  // Checks that the run can continue from the state with the open model and data.
  Status check(const ResumeState& state, const RunMeasures& measures, const TaskContext& task) const;
  // The recipe with the number of steps that its time limit allows, as if that number had been requested.
  Result<Recipe> settled(const Recipe& recipe, const TaskContext& task);
  // Tells the user before step 1: fewer steps, how held-out rows are compared, that no rows are held out.
  Status tell_beforehand(RunHost& host, const Recipe& recipe, const RunMeasures& measures) const;
  Status begin(Trainer& trainer, RunHost& host, const RunFolder& folder, const RunMeasures& measures,
               std::optional<ResumeState> state);
  // Tells the others what the run is.
  Status lead(const RunFolder& folder, const RunMeasures& measures, const ResumeState* state);
  // 0 in a recipe: all cores, or this process's part of them.
  std::int64_t threads_of(const Recipe& recipe) const;
  Status tell_exchanged(RunHost& host, const Trainer& trainer) const;
  void announce(const RunFolder& folder, const Trainer& trainer, const RunMeasures& measures) const;

  Result<RunOutcome> conclude(Result<TrainEnd> end, Trainer& trainer, TrainingMethod& method, RunHost& host,
                              RunFolder& folder, const RunMeasures& measures, const TaskContext& task);
  // Makes the delta, writes it if the run is done, and attaches it.
  Status keep_result(TrainEnd end, const Trainer& trainer, const RunHost& host, const RunFolder& folder,
                     const RunMeasures& measures, RunOutcome& outcome, const TaskContext& task);
  Status note_end(RunFolder& folder, RunHost& host, RunState state, std::int64_t step, const Sentence& reason);

  Session::Impl& session_;
  RunControl& control_;
  TrainObserver& observer_;
  bool led_ = false;
  Sentence fewer_steps_;                      // empty: as many as the recipe says
  std::optional<Sentence> known_questions_;   // which probe questions occur in training rows
};

// The memory plan's input: the model's shapes and the lengths of the open data's rows.
PlanRequest plan_request(const Recipe& recipe, const ModelSummary& model, const OpenData& data);

}   // namespace lift
