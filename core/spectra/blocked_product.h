#pragma once
// Matrix products cut into the same blocks for any thread count, each block on one thread: the sums inside a block
// then run in one order, so results do not depend on how many threads there are. On a GPU one product of its library.
// Used within this room.
#include <ATen/core/Tensor.h>

namespace lift {

// out = alpha * left @ right + beta * addend. left [m, n], right [n, b]; addend as out, or undefined for none.
void blocked_product(at::Tensor& out, const at::Tensor& left, const at::Tensor& right, double alpha = 1,
                     const at::Tensor& addend = {}, double beta = 0);

// left @ right, newly allocated.
at::Tensor blocked_product(const at::Tensor& left, const at::Tensor& right);

// The Gram matrix of the smaller side: W^T W for a tall W [m, n], else W W^T. Only half of the blocks are computed.
// Into `gram`, contiguous, or newly allocated.
at::Tensor smaller_gram(const at::Tensor& matrix_MN, at::Tensor gram = {});

}   // namespace lift
