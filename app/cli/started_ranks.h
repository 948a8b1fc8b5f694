#pragma once
// The processes of a run that torchrun or srun started: this one's place among them, from the environment.
#include <cstdint>
#include <memory>

#include "core/ranks/rank_place.h"

namespace lift::cli {

struct StartedRanks {
  std::unique_ptr<Ranks> ranks;      // nullptr: this process is alone
  std::int64_t processes_here = 1;   // that share the cores which this one may use
};

// Meets the others. Gives every process of one machine a GPU of its own, where CUDA_VISIBLE_DEVICES names several or
// none. Call before a device is asked for.
Result<StartedRanks> join_started_ranks(const RankOptions& options);

}   // namespace lift::cli
