#pragma once
// The baseline criterion: the score is W. Private to core/selection.
#include "core/selection/criterion.h"

namespace lift {

Result<Score> weight_magnitude_score(const at::Tensor& weight, const ScoreRequest& request);

// W as a contiguous score: fp32, or fp64 for an fp64 weight.
at::Tensor as_score(const at::Tensor& weight);

}   // namespace lift
