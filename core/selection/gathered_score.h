#pragma once
// Criteria that look at gradients. The sums come from the method that trains (ScoreRequest::gathered_MN); without them,
// in a preview, there is nothing to choose by. Private to core/selection.
#include "core/selection/criterion.h"

namespace lift {

// The sum as it is. Errors: InvalidArgument (no sum), NonFinite.
Result<Score> gathered_score(const at::Tensor& weight, const ScoreRequest& request);

// [rows, columns] fp64, not negative, in the order of the score's values with their signs: what a choice by magnitude
// then takes are the highest. Exact: equal where and only where the scores are.
at::Tensor ranked_by_value(const at::Tensor& score_MN);

}   // namespace lift
