#pragma once
// The plain baseline: |W| itself. Private to core/selection.
#include "core/selection/criterion.h"

namespace lift {

Result<Score> weight_magnitude_score(const at::Tensor& weight, const ScoreRequest& request);

// W in the dtype that scores have: fp32, fp64 for an fp64 weight; contiguous.
at::Tensor as_score(const at::Tensor& weight);

}   // namespace lift
