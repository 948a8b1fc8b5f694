#pragma once
// The control: a uniformly random choice, the same at every refresh of a run (a choice that moves would compare
// another thing: how much a run gains from touching more weights). Private to core/selection.
#include "core/selection/criterion.h"

namespace lift {

Result<Score> random_score(const at::Tensor& weight, const ScoreRequest& request);

}   // namespace lift
