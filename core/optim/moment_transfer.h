#pragma once
// Carries optimizer state from one set of selected entries to the next, by merging sorted patterns row by row in
// parallel. Used by sparse_adamw at a refresh. Thread: any; uses ATen's threads. Private to core/optim.
#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/selection/mask_set.h"

namespace lift {

// For each entry of `next`, its index in `previous`'s flat arrays, or -1 if it is new. int32 [next entries].
at::Tensor source_positions(const SparsePattern& next, const SparsePattern& previous);

// out[e] = values[source[e]], or fallback where source[e] is -1. fallback: a tensor of out's shape, or one value. out
// and fallback are on the device of values, source on the CPU.
at::Tensor carry_over(const at::Tensor& values, const at::Tensor& source, const at::Tensor& fallback);
// The same with ATen's operations, which carry_over uses on a GPU.
at::Tensor carry_over_by_index(const at::Tensor& values, const at::Tensor& source, const at::Tensor& fallback);

}   // namespace lift
