#pragma once
// The loss on rows that are not trained on, as a mean over labels. Used by train/ and session/. Thread: the engine's.
#include <cstdint>
#include <span>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/data/batch.h"
#include "core/model/causal_lm.h"

namespace lift {

struct HeldOutLoss {
  double loss = 0;   // mean over labels
  std::int64_t labels = 0;
  double perplexity() const;
};

// Checks for a stop before each batch. Errors: InvalidArgument (no labels), NonFinite, Cancelled.
Result<HeldOutLoss> held_out_loss(const CausalLm& model, std::span<const PackedBatch> batches,
                                  const TaskContext& task = {});

}   // namespace lift
