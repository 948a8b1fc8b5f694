#pragma once
// Which of a run's processes this one is, as torchrun and Slurm's srun tell it in the environment. Tensor-free.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/ranks/ranks.h"

namespace lift {

struct RankPlace {
  std::int64_t rank = 0, size = 1;
  std::int64_t local_rank = 0, local_size = 1;   // of this machine's processes
  std::string host = "127.0.0.1";                // where the processes meet
  std::int64_t port = 29500;
  std::string prefix;              // of the keys there; torchrun gives each attempt its own
  bool served_elsewhere = false;   // torchrun's agent keeps the meeting place, else the first process does
};

// `variable` is std::getenv, or a test's. torchrun: RANK, WORLD_SIZE, LOCAL_RANK, LOCAL_WORLD_SIZE, MASTER_ADDR,
// MASTER_PORT. srun: SLURM_PROCID, SLURM_NTASKS, SLURM_LOCALID inside a job step; on several machines MASTER_ADDR too.
// std::nullopt: this process is alone. Errors: InvalidArgument naming the variable.
Result<std::optional<RankPlace>> rank_place(const std::function<const char*(const char*)>& variable);

struct RankOptions {
  std::string backend = "gloo";
  std::int64_t timeout_seconds = 300;   // for one another, at the start and in a step
};

// Meets the others. Errors: InvalidArgument (a backend that this build lacks, or settings that cannot work), Io (the
// meeting place cannot be reached, or not all came).
Result<std::unique_ptr<Ranks>> join_ranks(const RankPlace& place, const RankOptions& options);

}   // namespace lift
