#pragma once
// How many of a run's steps fit into the time that its recipe allows, from a few passes timed on this machine.
// Private to core/session. Thread: the engine's.
#include <optional>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/session/open_data.h"
#include "core/session/recipe.h"
#include "core/session/session_impl.h"

namespace lift {

struct FittedSteps {
  std::int64_t steps = 0;
  double seconds_per_step = 0;   // measured passes, plus an allowance for the rest of a step
};

// Times forward and backward of the run's first steps; nothing is changed. Reduces the number of steps in tenths, to a
// tenth at least, so that two starts on the same machine usually agree. Errors: Cancelled.
Result<FittedSteps> fit_steps(const OpenModel& model, const OpenData& data, const TrainConfig& train,
                              const TaskContext& task);

}   // namespace lift
