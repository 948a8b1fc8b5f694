#pragma once
// A duel: several ways to train, from one recipe, side by side. Each has the same number of runs to find its learning
// rate, by the loss of rows set aside from those that train; then each runs with the same seeds at the rate it found.
// Every run that counts is an ordinary run of the session, in the runs' folder. What was reached is on disk after every
// run: a duel that was stopped or cut off goes on with the run it was in.
// Used by the command line and the window. Tensor-free. Thread: the engine's, as Session.
#include <filesystem>
#include <functional>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/duel/duel_state.h"
#include "core/io/file_lock.h"
#include "core/session/session.h"

namespace lift {

class Duel {
 public:
  // A folder of its own in `runs`: `name`, or name-2, ... where that is taken. Errors: those of validate(); Io.
  static Result<Duel> create(const std::filesystem::path& runs, const std::string& name, const DuelConfig& config);
  // The duel of that name in `runs`: created, or gone on with where it has the same configuration. Errors: those of
  // create() and open(); InvalidArgument for a folder of a run, of another duel (with what differs) or of anything
  // else.
  static Result<Duel> create_or_open(const std::filesystem::path& runs, const std::string& name,
                                     const DuelConfig& config);
  // Errors: those of read_duel; Io where another program runs it.
  static Result<Duel> open(const std::filesystem::path& folder);

  const std::filesystem::path& folder() const { return folder_; }
  const DuelState& state() const { return state_; }

  struct Watch {
    std::function<void(const DuelJob& job)> begins;      // before each run; may be empty
    std::function<void(const DuelState& state)> ended;   // after each run; may be empty
  };
  // Makes the next run, or goes on with it, and notes it; there must be one left (LIFT_CHECK). The outcome is Failed
  // for a run that diverged or needs more memory than there is, which counts; Stopped and Discarded count for nothing.
  // Errors: those of files and the system, Cancelled.
  Result<RunOutcome> run_next(Session& session, RunControl& control, TrainObserver& observer,
                              const TaskContext& task = {});
  // Runs what is left. True: all is done; false: stopped by `control`. A run that diverges or fails counts against its
  // contestant; errors of files, memory and the system end the duel, which can go on later.
  Result<bool> run(Session& session, RunControl& control, TrainObserver& observer, const Watch& watch,
                   const TaskContext& task = {});

 private:
  Duel(std::filesystem::path folder, FileLock lock, DuelState state)
      : folder_(std::move(folder)), lock_(std::move(lock)), state_(std::move(state)) {}
  Result<RunOutcome> run_job(const DuelJob& job, Session& session, RunControl& control, TrainObserver& observer,
                             const TaskContext& task);
  Status record(const DuelJob& job, Session& session, const std::string& trouble, std::vector<TaskOutcomes> tasks);
  // What the run's model, and once the base, answer to the probe and the duel's tasks.
  Result<std::vector<TaskOutcomes>> ask(const DuelJob& job, Session& session, TrainObserver& observer,
                                        const TaskContext& task);

  std::filesystem::path folder_;
  FileLock lock_;
  DuelState state_;
};

}   // namespace lift
