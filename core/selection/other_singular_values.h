#pragma once
// The paper's other ways to W_r: R singular values that are not the R largest (LIFT, arXiv 2506.00772, figure 7b). The
// k entries of largest |W_r| train, as with "lift". Private to core/selection.
#include "core/selection/criterion.h"

namespace lift {

// The R smallest.
Result<Score> smallest_values_score(const at::Tensor& weight, const ScoreRequest& request);
// R of them at random: drawn once per run and matrix, the same places at every refresh.
Result<Score> random_values_score(const at::Tensor& weight, const ScoreRequest& request);
// Half of them the largest, half the smallest; the largest have one more of an odd R.
Result<Score> mixed_values_score(const at::Tensor& weight, const ScoreRequest& request);

}   // namespace lift
