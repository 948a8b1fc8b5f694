#pragma once
// What a method adds to the memory plan (memory_plan.h), before anything is loaded. Tensor-free.
#include <cstdint>
#include <vector>

#include "core/train/memory_plan.h"

namespace lift {

struct MethodPlan {
  std::int64_t trainable = 0;        // numbers that the optimizer moves
  std::int64_t changed = 0;          // weights that may differ from the base by the end, about
  std::vector<MemoryItem> lasting;   // all the time, from step 1 on
  std::vector<MemoryItem> step;      // in a training step, besides what every method needs
  std::vector<MemoryItem> refresh;   // while the choice is renewed
  std::int64_t lowest_layer = 0;     // that trains: nothing is kept of those below
  std::int64_t state_bytes = 0;      // of one saved state
  std::int64_t delta_bytes = 0;      // of the result, about
};

}   // namespace lift
