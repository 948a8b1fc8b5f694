#pragma once
// How much of a selection survives when the score behind it is only known up to an error: the honesty of an
// approximate W_r. Used by selector. Private to core/selection.
#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/kernels/sampled/sparse_pattern.h"

namespace lift {

struct OverlapBound {
  double guaranteed = 1;   // share of the selected entries that no error of that size can push out
  double expected = 1;     // the share if the error is spread over all entries as white noise of the same norm
};

// score_MN: what `selected` was chosen from (top_k_by_magnitude); error_bound: on |exact score - score|_F.
//
// An entry leaves the selection only when another enters. For m pairs the error has to move each pair by the sum of
// their distances to the threshold, at a cost of (u + v)^2 / 2 in squared norm. Cheapest are the m entries nearest on
// either side, the nearest of one paired with the farthest of the other. `guaranteed` comes from the largest m whose
// cost the error can pay.
OverlapBound overlap_bound(const at::Tensor& score_MN, const SparsePattern& selected, double error_bound);

}   // namespace lift
