#include "core/ranks/rank_place.h"

#include <charconv>
#include <string_view>

#include "core/base/say.h"

namespace lift {

namespace {

using Variables = std::function<const char*(const char*)>;

Result<std::optional<std::int64_t>> number(const Variables& variable, const char* name) {
  const char* text = variable(name);
  if (!text || !*text) return std::optional<std::int64_t>();
  const std::string_view digits(text);
  std::int64_t value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (fault != std::errc() || end != digits.data() + digits.size() || value < 0)
    return make_error(ErrorCode::InvalidArgument, std::string(name),
                      say("expected a whole number from 0 on, found \"{}\"", digits),
                      say("torchrun and srun set it; unset it for a run of one process"));
  return std::optional(value);
}

Error missing(const char* there, const char* missing) {
  return make_error(ErrorCode::InvalidArgument, std::string(missing), say("expected it beside {}, found none", there),
                    say("Start the processes by torchrun or srun, or unset {} for a run of one process", there));
}

Status check(const RankPlace& place, const char* rank, const char* size) {
  if (place.size < 1)
    return make_error(ErrorCode::InvalidArgument, std::string(size), say("expected 1 or more, found {}", place.size));
  if (place.rank >= place.size)
    return make_error(ErrorCode::InvalidArgument, std::string(rank),
                      say("expected less than {} = {}, found {}", size, place.size, place.rank),
                      say("Ranks count from 0"));
  if (place.port < 1 || place.port > 65535)
    return make_error(ErrorCode::InvalidArgument, std::string("MASTER_PORT"),
                      say("expected 1 to 65535, found {}", place.port));
  return {};
}

Result<std::optional<RankPlace>> of_srun(const Variables& variable, std::int64_t rank) {
  // A batch script has SLURM_PROCID too; only a step of srun has several processes.
  LIFT_ASSIGN(const auto step, number(variable, "SLURM_STEP_ID"));
  if (!step) return std::optional<RankPlace>();
  LIFT_ASSIGN(auto size, number(variable, "SLURM_STEP_NUM_TASKS"));
  if (!size) {
    LIFT_ASSIGN(size, number(variable, "SLURM_NTASKS"));
  }
  if (!size) return missing("SLURM_PROCID", "SLURM_NTASKS");
  LIFT_ASSIGN(const auto local, number(variable, "SLURM_LOCALID"));
  LIFT_ASSIGN(auto machines, number(variable, "SLURM_STEP_NUM_NODES"));
  if (!machines) {
    LIFT_ASSIGN(machines, number(variable, "SLURM_NNODES"));
  }
  RankPlace place{.rank = rank, .size = *size, .local_rank = local.value_or(0)};
  const std::int64_t nodes = std::max<std::int64_t>(1, machines.value_or(1));
  place.local_size = (place.size + nodes - 1) / nodes;
  if (nodes > 1 && place.size > 1 && !variable("MASTER_ADDR"))
    return make_error(ErrorCode::InvalidArgument, std::string("MASTER_ADDR"),
                      say("expected the first machine's name, since the job has {} machines, found none", nodes),
                      say("export MASTER_ADDR=$(scontrol show hostnames \"$SLURM_JOB_NODELIST\" | head -n 1)"));
  return std::optional(place);
}

Result<std::optional<RankPlace>> of_torchrun(const Variables& variable) {
  LIFT_ASSIGN(const auto rank, number(variable, "RANK"));
  LIFT_ASSIGN(const auto size, number(variable, "WORLD_SIZE"));
  if (!rank && !size) return std::optional<RankPlace>();
  if (!size) return missing("RANK", "WORLD_SIZE");
  if (!rank) return missing("WORLD_SIZE", "RANK");
  LIFT_ASSIGN(const auto local, number(variable, "LOCAL_RANK"));
  LIFT_ASSIGN(const auto local_size, number(variable, "LOCAL_WORLD_SIZE"));
  RankPlace place{.rank = *rank, .size = *size, .local_rank = local.value_or(0), .local_size = local_size.value_or(1)};
  if (const char* agent = variable("TORCHELASTIC_USE_AGENT_STORE"); agent && std::string_view(agent) == "True") {
    const char* attempt = variable("TORCHELASTIC_RESTART_COUNT");
    place.served_elsewhere = true;
    place.prefix = std::string("/worker/attempt_") + (attempt ? attempt : "0");
  }
  return std::optional(place);
}

}   // namespace

Result<std::optional<RankPlace>> rank_place(const Variables& variable) {
  LIFT_ASSIGN(std::optional<RankPlace> place, of_torchrun(variable));
  const bool torchrun = place.has_value();
  if (!place) {
    LIFT_ASSIGN(const auto rank, number(variable, "SLURM_PROCID"));
    if (rank) {
      LIFT_ASSIGN(place, of_srun(variable, *rank));
    }
  }
  if (!place) return place;
  LIFT_ASSIGN(const auto port, number(variable, "MASTER_PORT"));
  if (port) place->port = *port;
  if (const char* host = variable("MASTER_ADDR"); host && *host) place->host = host;
  LIFT_RETURN_IF_ERROR(torchrun ? check(*place, "RANK", "WORLD_SIZE") : check(*place, "SLURM_PROCID", "SLURM_NTASKS"));
  if (place->size == 1) return std::optional<RankPlace>();
  return place;
}

}   // namespace lift
