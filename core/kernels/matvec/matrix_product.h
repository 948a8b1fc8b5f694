#pragma once
// Products of activations with a dense weight, by the fastest routine for dtype and CPU; measured in
// tests/bench/README.md. Used by model/, kernels/ and spectra/.
// fp32 on AVX-512 CPUs that are not Intel's: oneDNN, which LibTorch contains, since MKL does not use AVX-512 there.
// fp32 elsewhere: ATen's choice, MKL, since oneDNN reads the weights of a mapped file unaligned, across cache lines.
// bf16 on a CPU without bf16 instructions: LibTorch only emulates them. Both factors are widened to fp32, one panel of
// the weight at a time, and the product is rounded once.
// Everything else, GPUs too: ATen.
#include <cstdint>

#include <ATen/core/Tensor.h>

namespace lift {

// x W^T: x [T, N], W [M, N], result [T, M].
at::Tensor product_with_transposed(const at::Tensor& x_TN, const at::Tensor& weight_MN);

// y W: y [T, M], W [M, N], result [T, N].
at::Tensor product(const at::Tensor& y_TM, const at::Tensor& weight_MN);

// The same, written to `out`, which is contiguous; fp32 goes to ATen on every CPU.
void product_with_transposed_into(at::Tensor& out_TM, const at::Tensor& x_TN, const at::Tensor& weight_MN);
void product_into(at::Tensor& out_TN, const at::Tensor& y_TM, const at::Tensor& weight_MN);

// sum_TN += y W in one pass over the sum (bf16: rounded once).
void add_product(at::Tensor& sum_TN, const at::Tensor& y_TM, const at::Tensor& weight_MN);

// Bytes of fp32 copies that a bf16 product of `tokens` rows with a weight [rows, columns] holds at a time on this CPU;
// 0 where nothing is widened.
std::int64_t widening_bytes(std::int64_t tokens, std::int64_t rows, std::int64_t columns);

}   // namespace lift
