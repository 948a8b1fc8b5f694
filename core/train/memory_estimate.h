#pragma once
// The sizes behind a memory plan: what the engine holds in each phase, from the shapes that it really makes
// (model/decoder_layer.h, kernels/cross_entropy.h, optim/sparse_adamw.h, spectra/low_rank.h). Used by memory_plan
// alone. Private to core/train.
#include <cstdint>
#include <string>
#include <vector>

#include "core/train/memory_plan.h"
#include "core/train/method_plan.h"

namespace lift {

struct PhasePeak {
  std::string phase;
  std::int64_t bytes = 0;   // on top of what lasts
};

struct MemoryEstimate {
  std::vector<MemoryItem> lasting;
  std::vector<MemoryItem> step;      // lives in a training step only
  std::vector<MemoryItem> refresh;   // lives in a mask refresh only
  std::vector<MemoryItem> evaluation;
  std::vector<MemoryItem> host;   // in host memory, of a run on a GPU; the lists above are then of the GPU's memory
  MethodPlan method;

  std::int64_t lasting_bytes() const;
  PhasePeak worst() const;   // of step, refresh and evaluation
};

// checkpointed_layers: of the lowest trained ones.
MemoryEstimate estimate_memory(const PlanRequest& request, std::int64_t checkpointed_layers);

}   // namespace lift
