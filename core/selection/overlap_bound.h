#pragma once
// How much of a selection is sure to stay if its scores are known only up to an error: how reliable an approximate W_r
// is. Used by selector. Private to core/selection.
#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/kernels/sampled/sparse_pattern.h"

namespace lift {

struct OverlapBound {
  double guaranteed = 1;   // share of the selected entries that no error of that size can remove
  double expected = 1;     // the share if the error is white noise of the same norm over all entries
};

// score_MN: the scores that gave `selected` (top_k_by_magnitude). error_bound: upper bound on |exact score - score|_F.
//
// An entry leaves the selection only when another enters. For m such pairs the error has to move each pair by u + v,
// its distances to the threshold, which costs (u + v)^2 / 2 in squared norm. The cheapest choice is the m entries
// nearest to the threshold on either side, the nearest of one side paired with the farthest of the other. `guaranteed`
// follows from the largest m whose cost is at most error_bound^2.
OverlapBound overlap_bound(const at::Tensor& score_MN, const SparsePattern& selected, double error_bound);

}   // namespace lift
