#pragma once
// x W^T for a handful of rows x, where reading W once is the whole cost (incremental decoding). Each output is summed
// by one thread in a fixed order, in fp32 (fp64 for fp64), and rounded once. Used by model/.
#include <cstdint>
#include <span>
#include <vector>

#include <ATen/core/Tensor.h>

namespace lift {

// From this many rows on a general matrix product is faster, as measured on this instruction set.
std::int64_t matvec_row_limit(at::ScalarType type);

// x_BN [rows, N], each weight [M_i, N], contiguous, one dtype of bf16, fp32, fp64. Results [rows, M_i], in one pass
// over all weights, so that several small ones (q, k, v) share the threads.
std::vector<at::Tensor> matvec(const at::Tensor& x_BN, std::span<const at::Tensor> weights);

}   // namespace lift
