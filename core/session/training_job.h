#pragma once
// One sitting of a run, from its recipe to its outcome: folder, measures, trainer, delta. Private to core/session.
// Thread: the engine's.
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
  // `session` has model and data of the recipe open, and no delta attached.
  TrainingJob(Session::Impl& session, RunControl& control, TrainObserver& observer)
      : session_(session), control_(control), observer_(observer) {}

  Result<RunOutcome> start(const Recipe& recipe, const TaskContext& task);
  // `folder` is held. Goes on from its newest readable state; from the beginning when it was cut off before the first.
  // `probe_file`: where the recipe's lies now.
  Result<RunOutcome> resume(RunFolder folder, const TaskContext& task, const std::string& probe_file);

 private:
  Result<RunOutcome> sit(RunFolder folder, RunMeasures measures, std::optional<ResumeState> state,
                         const TaskContext& task);
  Result<RunMeasures> measures(const Recipe& recipe, const RunNote& note, const std::string& probe_file,
                               const TaskContext& task);
  // Whether the run can go on from the state with the open model and data.
  Status check(const ResumeState& state, const RunMeasures& measures, const TaskContext& task) const;
  // Steps as the recipe's time allows; the recipe is then as if that many had been asked for.
  Result<Recipe> settled(const Recipe& recipe, const TaskContext& task);
  // What a person should know before step 1: fewer steps, how held-out rows are compared, that nothing is held out.
  Status tell_beforehand(RunHost& host, const Recipe& recipe, const RunMeasures& measures) const;
  Status begin(Trainer& trainer, RunHost& host, const RunFolder& folder, const RunMeasures& measures,
               std::optional<ResumeState> state);
  void announce(const RunFolder& folder, const Trainer& trainer, const RunMeasures& measures) const;

  Result<RunOutcome> conclude(Result<TrainEnd> end, Trainer& trainer, RunHost& host, RunFolder& folder,
                              const RunMeasures& measures, const TaskContext& task);
  // Makes the delta, writes it when the run is done, and attaches it.
  Status keep_result(TrainEnd end, const Trainer& trainer, const RunHost& host, const RunFolder& folder,
                     const RunMeasures& measures, RunOutcome& outcome, const TaskContext& task);
  Status note_end(RunFolder& folder, RunHost& host, RunState state, std::int64_t step, const Sentence& reason);
  void give_back_base(const ChangedEntries& changed);

  Session::Impl& session_;
  RunControl& control_;
  TrainObserver& observer_;
  Sentence fewer_steps_;                      // empty: as many as the recipe says
  std::optional<Sentence> known_questions_;   // of the probe, in rows that train
};

// What the trainer is planned with: shapes of the model, lengths of the open data.
PlanRequest plan_request(const Recipe& recipe, const ModelSummary& model, const OpenData& data);

}   // namespace lift
