#pragma once
// The weight gradient at selected entries only: grad[e] += sum over t of grad_output[t, row(e)] * input[t, col(e)].
// The dense dW = grad_output^T input never exists. Used by train/ (LIFT's sink).
// CPU: portable, AVX2, AVX-512, AVX-512 + bf16, AMX, chosen at run time. With bf16 instructions, blocks of rows that
// are selected for the most part go through a matrix product of those rows instead and are rounded to bf16 once; on AMX
// every block of 32 x 32 that has an entry is made whole, in fp32. bf16 and fp32 inputs accumulate in fp32, fp64 in
// fp64. Every entry is summed by one thread in a fixed order: the result does not depend on the thread count.
#include <ATen/core/Tensor.h>

#include "core/kernels/sampled/sparse_pattern.h"

namespace lift {

// input_TN [T, columns], grad_output_TM [T, rows], contiguous, bf16, fp32 or fp64; grad fp32 (fp64 for fp64) [entries].
void accumulate_sampled_gradient(const at::Tensor& input_TN, const at::Tensor& grad_output_TM,
                                 const SparsePattern& pattern, at::Tensor& grad);

}   // namespace lift
