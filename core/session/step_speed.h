#pragma once
// How many of a run's steps fit into the time that its recipe allows, from a few passes measured on this machine now.
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
  double seconds_per_step = 0;   // measured, with what a step does besides the passes
};

// Passes of the run's own first steps, forward and backward; nothing is changed. The steps are cut down to a tenth of
// those asked for at least, in tenths, so that two starts on one machine mostly agree. Errors: Cancelled.
Result<FittedSteps> fit_steps(const OpenModel& model, const OpenData& data, const TrainConfig& train,
                              const TaskContext& task);

}   // namespace lift
