#include "app/cli/started_ranks.h"

#include <unistd.h>

#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

namespace lift::cli {

namespace {

void take_own_gpu(std::int64_t local_rank) {
  constexpr const char* kVisible = "CUDA_VISIBLE_DEVICES";
  const char* visible = std::getenv(kVisible);
  std::vector<std::string> gpus;
  for (std::string rest = visible ? visible : ""; !rest.empty();) {
    const std::size_t comma = rest.find(',');
    gpus.push_back(rest.substr(0, comma));
    rest = comma == std::string::npos ? std::string() : rest.substr(comma + 1);
  }
  const auto own = static_cast<std::size_t>(local_rank);
  if (!visible) ::setenv(kVisible, std::to_string(local_rank).c_str(), 1);
  else if (gpus.size() > 1 && own < gpus.size()) ::setenv(kVisible, gpus[own].c_str(), 1);
}

}   // namespace

Result<StartedRanks> join_started_ranks(const RankOptions& options) {
  StartedRanks started;
  LIFT_ASSIGN(const auto place, rank_place([](const char* name) { return std::getenv(name); }));
  if (!place) return started;
  LIFT_ASSIGN(started.ranks, join_ranks(*place, options));
  if (place->local_size > 1) take_own_gpu(place->local_rank);
  // srun may have bound each process to cores of its own.
  const auto usable = static_cast<std::int64_t>(std::thread::hardware_concurrency());
  const bool bound = usable < static_cast<std::int64_t>(::sysconf(_SC_NPROCESSORS_ONLN));
  started.processes_here = bound ? 1 : place->local_size;
  return started;
}

}   // namespace lift::cli
