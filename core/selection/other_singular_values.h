#pragma once
// The paper's variants of W_r: R singular values other than the R largest (LIFT, arXiv 2506.00772, figure 7b). As with
// "lift", the k entries of largest |W_r| train. Private to core/selection.
#include "core/selection/criterion.h"

namespace lift {

// W_r from the R smallest singular values.
Result<Score> smallest_values_score(const at::Tensor& weight, const ScoreRequest& request);
// From R random ones, drawn once per run and matrix: every refresh uses the same indices of singular values.
Result<Score> random_values_score(const at::Tensor& weight, const ScoreRequest& request);
// Half from the largest and half from the smallest; of an odd R, one more from the largest.
Result<Score> mixed_values_score(const at::Tensor& weight, const ScoreRequest& request);

}   // namespace lift
