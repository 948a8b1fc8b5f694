#pragma once
// The score of criteria that use gradients: the sums that the training method made (ScoreRequest::gathered_MN). A
// preview has no such sums. Private to core/selection.
#include "core/selection/criterion.h"

namespace lift {

// The sum, unchanged. Errors: InvalidArgument (no sum, as in a preview), NonFinite.
Result<Score> gathered_score(const at::Tensor& weight, const ScoreRequest& request);

// Ranks, [rows, columns] fp64, not negative, ascending with the signed scores: the largest magnitudes among the ranks
// are the highest scores. For fp32 scores, ranks are equal exactly where the scores are.
at::Tensor ranked_by_value(const at::Tensor& score_MN);

}   // namespace lift
