#pragma once
// Products of activations and a dense weight by the fastest routine for dtype and CPU. ATen gives fp32 products to MKL,
// which does without AVX-512 on AMD processors; oneDNN, in the same library, is then twice as fast (measured: 215
// instead of 103 GFLOP/s on one Zen 5 core). Everywhere else MKL is faster, by a tenth to a third, because oneDNN reads
// weights of a mapped file as they lie, across cache lines (130 instead of 92 to 120 GFLOP/s on one Cascade Lake core).
// Nothing in LibTorch multiplies bf16 on a CPU without instructions for it (2 to 8 instead of 60 GFLOP/s on Zen 3, 26
// instead of 125 on Cascade Lake): there factors are widened to fp32, a panel at a time, and their product is rounded
// once. All else goes where ATen sends it. Used by model/, kernels/ and spectra/.
#include <cstdint>

#include <ATen/core/Tensor.h>

namespace lift {

// x W^T: [T, N] and [M, N] to [T, M].
at::Tensor product_with_transposed(const at::Tensor& x_TN, const at::Tensor& weight_MN);

// y W: [T, M] and [M, N] to [T, N].
at::Tensor product(const at::Tensor& y_TM, const at::Tensor& weight_MN);

// The same into memory of the caller, contiguous.
void product_with_transposed_into(at::Tensor& out_TM, const at::Tensor& x_TN, const at::Tensor& weight_MN);
void product_into(at::Tensor& out_TN, const at::Tensor& y_TM, const at::Tensor& weight_MN);

// sum += y W, in one pass over the sum (and with one rounding in bf16).
void add_product(at::Tensor& sum_TN, const at::Tensor& y_TM, const at::Tensor& weight_MN);

// fp32 copies that a bf16 product of so many tokens with a weight of [rows, columns] holds at a time on this CPU, in
// bytes.
std::int64_t widening_bytes(std::int64_t tokens, std::int64_t rows, std::int64_t columns);

}   // namespace lift
