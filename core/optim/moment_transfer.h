#pragma once
// Carries the optimizer's numbers from one set of entries to the next: a merge of sorted patterns, row by row, in
// parallel. Used by sparse_adamw at a refresh. Thread: any; uses ATen's pool. Private to core/optim.
#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/selection/mask_set.h"

namespace lift {

// For every entry of `next`, where it lay in `previous`'s flat arrays; -1 where it is new. int32 [next entries].
at::Tensor source_positions(const SparsePattern& next, const SparsePattern& previous);

// out[e] = values[source[e]], or fallback where source[e] is -1. fallback: a tensor of out's shape, or one value, on
// the device of values, as out is; source on the CPU.
at::Tensor carry_over(const at::Tensor& values, const at::Tensor& source, const at::Tensor& fallback);
// The same by ATen's own operations: what carry_over does on a GPU.
at::Tensor carry_over_by_index(const at::Tensor& values, const at::Tensor& source, const at::Tensor& fallback);

}   // namespace lift
