#include "core/session/step_speed.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"

namespace lift {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kMeasuredSteps = 3;   // the first one warms up
// Gradients at the selected entries, optimizer and log, on top of forward and backward (5 % of the demo's weights).
constexpr double kRestOfStep = 1.25;

// Takes gradients for every matrix, as a method would, and forgets them.
class ForgetfulSink final : public WeightGradientSink {
 public:
  bool wants(MatrixId) const override { return true; }
  void accumulate(MatrixId, const at::Tensor&, const at::Tensor&) override {}
};

double seconds_of_step(const OpenModel& model, const std::vector<PackedBatch>& passes, const TaskContext& task) {
  ForgetfulSink sink;
  const auto begin = Clock::now();
  for (const PackedBatch& pass : passes) model.loaded.model->forward_backward(pass, sink, {.task = &task});
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

}   // namespace

Result<FittedSteps> fit_steps(const OpenModel& model, const OpenData& data, const TrainConfig& train,
                              const TaskContext& task) {
  return catch_exceptions(say("speed of a step"), [&]() -> Result<FittedSteps> {
    task.report(say("measuring the speed of a step"), 0, kMeasuredSteps);
    const auto source = data.source(train);
    double fastest = std::numeric_limits<double>::infinity();
    for (int step = 0; step < kMeasuredSteps; ++step) {
      fastest = std::min(fastest, seconds_of_step(model, source->next_step(), task));
      if (task.stop_requested()) return make_error(ErrorCode::Cancelled, say("training"), say("cancelled"));
    }
    const std::int64_t wanted = data.total_steps(train);
    FittedSteps fitted{wanted, kRestOfStep * fastest};
    const double share = train.most_seconds / (fitted.seconds_per_step * static_cast<double>(wanted));
    if (share < 1) {
      const double tenths = std::max(1.0, std::floor(10 * share));
      fitted.steps = std::max<std::int64_t>(1, std::llround(0.1 * tenths * static_cast<double>(wanted)));
    }
    return fitted;
  });
}

}   // namespace lift
