#pragma once
// LIFT's criterion (paper, section 3): |W_r|, the entries of the best rank-R approximation of the weight.
// Private to core/selection.
#include "core/selection/criterion.h"

namespace lift {

Result<Score> principal_weight_score(const at::Tensor& weight, const ScoreRequest& request);

}   // namespace lift
