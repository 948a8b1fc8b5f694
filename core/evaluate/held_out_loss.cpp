#include "core/evaluate/held_out_loss.h"

#include <cmath>

#include "core/base/say.h"

namespace lift {

double HeldOutLoss::perplexity() const { return std::exp(loss); }

Result<HeldOutLoss> held_out_loss(const CausalLm& model, std::span<const PackedBatch> batches,
                                  const TaskContext& task) {
  double sum = 0;
  std::int64_t labels = 0, done = 0;
  for (const PackedBatch& batch : batches) {
    if (task.stop_requested())
      return make_error(ErrorCode::Cancelled, say("held-out loss"), say("measuring it was cancelled"));
    const LossSum loss = model.loss(batch);
    sum += loss.loss;
    labels += loss.labels;
    task.report(say("measuring the held-out loss"), ++done, static_cast<std::int64_t>(batches.size()));
  }
  if (labels == 0)
    return make_error(ErrorCode::InvalidArgument, say("held-out rows"), say("expected tokens to predict, found none"),
                      say("Give rows with answers, or a longer max_tokens"));
  if (!std::isfinite(sum))
    return make_error(ErrorCode::NonFinite, say("held-out loss"),
                      say("expected a number, found a value that is not finite"),
                      say("The weights may have diverged: try a smaller learning rate"));
  return HeldOutLoss{sum / static_cast<double>(labels), labels};
}

}   // namespace lift
