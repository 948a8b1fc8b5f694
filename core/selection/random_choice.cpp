#include "core/selection/random_choice.h"

#include <ATen/Parallel.h>
#include <ATen/ops/empty.h>

#include "core/base/seed.h"
#include "core/kernels/host_data.h"

namespace lift {
namespace {

template <class T>
void fill_uniform(at::Tensor& score_MN, std::uint64_t seed) {
  const std::int64_t columns = score_MN.size(1);
  T* values = mutable_host_data<T>(score_MN);
  at::parallel_for(0, score_MN.size(0), 64, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t row = begin; row < end; ++row) {
      RandomStream stream(stream_seed(seed, "row", static_cast<std::uint64_t>(row)));
      for (std::int64_t column = 0; column < columns; ++column)
        values[row * columns + column] = static_cast<T>(stream.uniform());
    }
  });
}

}   // namespace

std::uint64_t stream_index(MatrixId id) {
  constexpr std::uint64_t kSeedsPerLayer = 7;   // recorded runs depend on it
  return static_cast<std::uint64_t>(id.layer) * kSeedsPerLayer + static_cast<std::uint64_t>(id.projection);
}

Result<Score> random_score(const at::Tensor& weight, const ScoreRequest& request) {
  const bool wide = weight.scalar_type() == at::kDouble;
  Score score{at::empty(weight.sizes(), at::TensorOptions().dtype(wide ? at::kDouble : at::kFloat)), {}};
  const std::uint64_t seed = stream_seed(request.seed, "selection.random", stream_index(request.id));
  wide ? fill_uniform<double>(score.score_MN, seed) : fill_uniform<float>(score.score_MN, seed);
  score.score_MN = score.score_MN.to(weight.device());
  return score;
}

}   // namespace lift
