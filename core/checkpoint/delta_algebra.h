#pragma once
// Several deltas of one base as one: sums, what all changed, TIES (arXiv 2306.01708) and DARE (arXiv 2311.03099), and
// where they collide. Written d_i for what delta i adds to an entry of the base, w_i for its weight. Used by session/.
// Thread: the engine's. One tensor at a time: beside the deltas, memory for their entries of one tensor, in fp64.
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/checkpoint/delta.h"
#include "core/checkpoint/delta_combination.h"

namespace lift {

// The combination as a delta of the base, whose entries are base + change, rounded to the base's type once. An entry
// that one delta alone changes, with weight 1, gets its value unrounded. `base`: without a delta. `passport`: as for
// make_delta. Errors: InvalidArgument (no delta, as many weights as deltas or none, a share outside of (0, 1]),
// Mismatch (a delta of another base, with the first tensor that differs), Cancelled.
Result<Delta> combine_deltas(const CausalLm& base, const std::vector<NamedDelta>& deltas, const Combination& how,
                             Manifest passport, const TaskContext& task = {});

// Per tensor that any of them changes, in the model's order. Errors: Mismatch, Cancelled.
Result<std::vector<TensorCollision>> collisions_of(const CausalLm& base, const std::vector<NamedDelta>& deltas,
                                                   const Manifest& passport, const TaskContext& task = {});

}   // namespace lift
