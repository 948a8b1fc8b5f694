#pragma once
// The size of a step's gradient, whatever trains. Used by train/. Thread: the engine's.
#include <span>

#include <ATen/core/Tensor.h>

namespace lift {

// Euclidean norm over all entries of flat fp32 or fp64 tensors, in double, the same for any thread count. NaN or
// infinity if an entry is.
double gradient_norm(std::span<const at::Tensor> gradients);

}   // namespace lift
