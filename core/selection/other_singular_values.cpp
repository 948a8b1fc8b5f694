#include "core/selection/other_singular_values.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "core/base/seed.h"
#include "core/selection/random_choice.h"
#include "core/spectra/singular_subset.h"

namespace lift {
namespace {

using Places = std::vector<std::int64_t>;

std::int64_t values_of(const at::Tensor& weight) { return std::min(weight.size(0), weight.size(1)); }

Result<Score> score_from(const at::Tensor& weight, const Places& which) {
  LIFT_ASSIGN(LowRankResult low_rank, approximation_of(weight, which));
  Score score{std::exchange(low_rank.approximation_MN, {}), {}};
  score.low_rank = std::move(low_rank);
  return score;
}

}   // namespace

Result<Score> smallest_values_score(const at::Tensor& weight, const ScoreRequest& request) {
  Places which(static_cast<std::size_t>(request.config.rank));
  std::iota(which.begin(), which.end(), values_of(weight) - request.config.rank);
  return score_from(weight, which);
}

Result<Score> random_values_score(const at::Tensor& weight, const ScoreRequest& request) {
  Places all(static_cast<std::size_t>(values_of(weight)));
  std::iota(all.begin(), all.end(), 0);
  RandomStream stream(stream_seed(request.seed, "selection.singular_values", stream_index(request.id)));
  const auto wanted = static_cast<std::size_t>(request.config.rank);
  for (std::size_t i = 0; i < wanted; ++i) std::swap(all[i], all[i + stream.below(all.size() - i)]);
  all.resize(wanted);
  std::ranges::sort(all);
  return score_from(weight, all);
}

Result<Score> mixed_values_score(const at::Tensor& weight, const ScoreRequest& request) {
  Places which(static_cast<std::size_t>(request.config.rank));
  const auto largest = (request.config.rank + 1) / 2;
  std::iota(which.begin(), which.begin() + largest, 0);
  std::iota(which.begin() + largest, which.end(), values_of(weight) - request.config.rank + largest);
  return score_from(weight, which);
}

}   // namespace lift
