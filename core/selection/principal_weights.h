#pragma once
// LIFT's criterion (paper, section 3): the score is W_r, the best rank-R approximation of the weight.
// Private to core/selection.
#include "core/selection/criterion.h"

namespace lift {

Result<Score> principal_weight_score(const at::Tensor& weight, const ScoreRequest& request);

}   // namespace lift
