#pragma once
// x W^T for few rows of x, where the time is that of reading W once (incremental decoding). Each output is summed by
// one thread in a fixed order, in fp32 (fp64 for fp64), and rounded once. CPU only. Used by model/.
#include <cstdint>
#include <span>
#include <vector>

#include <ATen/core/Tensor.h>

namespace lift {

// The number of rows from which a general matrix product is faster on this instruction set (measured).
std::int64_t matvec_row_limit(at::ScalarType type);

// x_BN: [rows, N]; each weight: [M_i, N]; contiguous, all of one dtype (bf16, fp32 or fp64). Results: [rows, M_i]. All
// weights are one pass, so that several small ones (q, k, v) share the threads.
std::vector<at::Tensor> matvec(const at::Tensor& x_BN, std::span<const at::Tensor> weights);

}   // namespace lift
