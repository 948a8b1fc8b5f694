#include "core/selection/principal_weights.h"

#include <utility>

#include "core/base/seed.h"

namespace lift {

Result<Score> principal_weight_score(const at::Tensor& weight, const ScoreRequest& request) {
  LowRankOptions options;
  LIFT_ASSIGN(options.method, parse_low_rank_method(request.config.method));
  options.seed = stream_seed(request.seed, "selection.subspace");
  LIFT_ASSIGN(LowRankResult low_rank, low_rank_approximation(weight, request.config.rank, options, request.workspace));
  Score score{std::exchange(low_rank.approximation_MN, {}), {}};
  score.low_rank = std::move(low_rank);
  return score;
}

}   // namespace lift
