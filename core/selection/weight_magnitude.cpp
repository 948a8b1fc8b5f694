#include "core/selection/weight_magnitude.h"

namespace lift {

at::Tensor as_score(const at::Tensor& weight) {
  return weight.to(weight.scalar_type() == at::kDouble ? at::kDouble : at::kFloat).contiguous();
}

Result<Score> weight_magnitude_score(const at::Tensor& weight, const ScoreRequest&) {
  return Score{as_score(weight), {}};
}

}   // namespace lift
