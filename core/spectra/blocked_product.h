#pragma once
// Matrix products split into the same blocks for any thread count, each block on one thread, so that sums are always
// added in the same order and results don't depend on the thread count. On a GPU: one product by its library.
// Used within this room.
#include <ATen/core/Tensor.h>

namespace lift {

// out = alpha * left @ right + beta * addend. left: [m, n], right: [n, b], out and addend (may be undefined): [m, b].
void blocked_product(at::Tensor& out, const at::Tensor& left, const at::Tensor& right, double alpha = 1,
                     const at::Tensor& addend = {}, double beta = 0);

// left @ right, newly allocated.
at::Tensor blocked_product(const at::Tensor& left, const at::Tensor& right);

// The Gram matrix of the smaller side: W^T W for a tall W [m, n], else W W^T. Computes only half of the blocks.
// The result is `gram` (contiguous) if given, else newly allocated.
at::Tensor smaller_gram(const at::Tensor& matrix_MN, at::Tensor gram = {});

}   // namespace lift
