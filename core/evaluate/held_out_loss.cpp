#include "core/evaluate/held_out_loss.h"

#include <cmath>

namespace lift {

double HeldOutLoss::perplexity() const { return std::exp(loss); }

Result<HeldOutLoss> held_out_loss(const CausalLm& model, std::span<const PackedBatch> batches,
                                  const TaskContext& task) {
  double sum = 0;
  std::int64_t labels = 0, done = 0;
  for (const PackedBatch& batch : batches) {
    if (task.stop_requested()) return make_error(ErrorCode::Cancelled, "held-out loss", "measuring it was cancelled");
    const LossSum loss = model.loss(batch);
    sum += loss.loss;
    labels += loss.labels;
    task.report("measuring the held-out loss", ++done, static_cast<std::int64_t>(batches.size()));
  }
  if (labels == 0)
    return make_error(ErrorCode::InvalidArgument, "held-out rows", "expected tokens to predict, found none",
                      "Give rows with answers, or a longer max_tokens");
  if (!std::isfinite(sum))
    return make_error(ErrorCode::NonFinite, "held-out loss", "expected a number, found a value that is not finite",
                      "The weights may have diverged: try a smaller learning rate");
  return HeldOutLoss{sum / static_cast<double>(labels), labels};
}

}  // namespace lift
