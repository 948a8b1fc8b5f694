#pragma once
// The control: a uniformly random choice, the same at every refresh of a run (a choice that moves would compare
// another thing: how much a run gains from touching more weights). Private to core/selection.
#include "core/selection/criterion.h"

namespace lift {

Result<Score> random_score(const at::Tensor& weight, const ScoreRequest& request);

// Of the matrix, for streams of random numbers that every matrix has its own of.
std::uint64_t stream_index(MatrixId id);

}   // namespace lift
