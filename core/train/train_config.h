#pragma once
// The run itself, as settings. Part of a recipe. Tensor-free.
#include <cstdint>
#include <map>
#include <string>

#include "core/base/device.h"
#include "core/base/result.h"
#include "core/train/method_settings.h"

namespace lift {

struct TrainConfig {
  std::string method = "lift";   // a name of train/method.h's registry
  // The methods' own sections of the recipe, by the method's name. Only that of `method` decides anything.
  std::map<std::string, SettingValues, std::less<>> sections = {};
  std::int64_t steps = 0;   // optimizer steps; 0 = from epochs
  // About how long the steps may take: where the machine is slow, fewer than `steps` are made; 0 = as many as said. It
  // is settled before step 1, from the speed measured then, and the run's own recipe has the steps that were chosen.
  double most_seconds = 0;
  double epochs = 1;                       // passes over the rows, when steps is 0
  std::int64_t batch_rows = 8;             // rows per optimizer step
  std::int64_t microbatch_tokens = 4096;   // at most this many tokens per pass; a step is split into passes
  std::string checkpointing = "auto";      // auto (from the memory plan) | off | full
  std::uint64_t seed = 42;
  std::int64_t threads = 0;      // engine threads; 0 = all cores
  double save_minutes = 10;      // between saves of the resume state; 0 = only at stop
  std::int64_t save_every = 0;   // steps between saves, besides; 0 = off
  DType dtype = DType::BF16;     // weights in memory; BF16 or F32
  Device device;

  Status validate() const;
};

}   // namespace lift
