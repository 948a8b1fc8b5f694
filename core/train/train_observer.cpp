#include "core/train/train_observer.h"

#include "core/base/check.h"

namespace lift {

std::string_view name_of(RunPhase phase) {
  switch (phase) {
    case RunPhase::Preparing: return "preparing";
    case RunPhase::Selecting: return "selecting";
    case RunPhase::Evaluating: return "evaluating";
    case RunPhase::Sampling: return "sampling";
    case RunPhase::Training: return "training";
    case RunPhase::Refreshing: return "refreshing";
    case RunPhase::Saving: return "saving";
    case RunPhase::Paused: return "paused";
    case RunPhase::Stopping: return "stopping";
    case RunPhase::Finishing: return "finishing";
  }
  fail_check("run phase is one of ten", "");
}

}   // namespace lift
