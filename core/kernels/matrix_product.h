#pragma once
// Products of activations and a dense weight by the fastest routine for the dtype. ATen gives fp32 products to MKL, which
// does without AVX-512 on AMD processors; oneDNN, in the same library, is then twice as fast (measured: 215 instead of
// 103 GFLOP/s on one Zen 5 core). bf16 and fp64 go where ATen sends them. Used by model/ and spectra/.
#include <ATen/core/Tensor.h>

namespace lift {

// x W^T: [T, N] and [M, N] to [T, M].
at::Tensor product_with_transposed(const at::Tensor& x_TN, const at::Tensor& weight_MN);

// y W: [T, M] and [M, N] to [T, N].
at::Tensor product(const at::Tensor& y_TM, const at::Tensor& weight_MN);

// sum += y W, in one pass over the sum (and with one rounding in bf16).
void add_product(at::Tensor& sum_TN, const at::Tensor& y_TM, const at::Tensor& weight_MN);

}  // namespace lift
