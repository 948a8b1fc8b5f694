#pragma once
// The control: a uniformly random choice, the same at every refresh of a run. (A choice that changed would measure
// something else: the gain from training more weights over time.) Private to core/selection.
#include "core/selection/criterion.h"

namespace lift {

Result<Score> random_score(const at::Tensor& weight, const ScoreRequest& request);

// The index of a matrix for stream_seed(), so that each matrix has its own random stream.
std::uint64_t stream_index(MatrixId id);

}   // namespace lift
