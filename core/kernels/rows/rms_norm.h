#pragma once
// RMSNorm (Zhang & Sennrich 2019) as Llama uses it: y = x / sqrt(mean(x^2) + eps) * weight, in fp32 inside, rounded
// once. `weight_offset` is added to the weight first (Gemma's norms multiply by 1 + weight).
#include <ATen/core/Tensor.h>

namespace lift {

// x_TD contiguous, bf16 / fp32 / fp64; weight [D] of the same dtype. rstd: fp32 (fp64) [T], may be undefined if
// unwanted.
at::Tensor rms_norm(const at::Tensor& x_TD, const at::Tensor& weight_D, double eps, at::Tensor* rstd_T,
                    double weight_offset = 0);

// y = x + residual first (both kept): sum_TD = x + residual rounded to the dtype, result = rms_norm(sum).
at::Tensor add_rms_norm(at::Tensor& residual_TD, const at::Tensor& x_TD, const at::Tensor& weight_D, double eps,
                        at::Tensor* rstd_T, double weight_offset = 0);   // residual_TD += x_TD in place

// grad_x_TD += d(rms_norm)/dx . grad_y: accumulates into the residual gradient.
void rms_norm_backward(const at::Tensor& grad_y_TD, const at::Tensor& x_TD, const at::Tensor& weight_D,
                       const at::Tensor& rstd_T, at::Tensor& grad_x_TD, double weight_offset = 0);

}   // namespace lift
