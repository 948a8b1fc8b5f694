#pragma once
// The weight gradient at selected entries only: grad[e] += sum over t of grad_output[t, row(e)] * input[t, col(e)].
// The dense dW = grad_output^T input is never stored. Used by train/ (LIFT's sink).
// CPU: portable, AVX2, AVX-512, AVX-512 bf16 or AMX, chosen at run time. bf16 and fp32 accumulate in fp32, fp64 in
// fp64. With AVX-512 bf16, blocks of rows that are mostly selected are computed by a dense product and rounded to bf16
// once; with AMX, each block of 32 x 32 with an entry is computed whole, in fp32. One thread sums each entry in a fixed
// order, so the result does not depend on the thread count.
#include <ATen/core/Tensor.h>

#include "core/kernels/sampled/sparse_pattern.h"

namespace lift {

// input_TN: [T, columns], grad_output_TM: [T, rows], contiguous bf16, fp32 or fp64; grad: fp32 (fp64) [entries].
void accumulate_sampled_gradient(const at::Tensor& input_TN, const at::Tensor& grad_output_TM,
                                 const SparsePattern& pattern, at::Tensor& grad);

}   // namespace lift
