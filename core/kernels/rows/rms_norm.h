#pragma once
// RMSNorm (Zhang & Sennrich 2019) as in Llama: y = x / sqrt(mean(x^2) + eps) * (weight + weight_offset), computed in
// fp32 (fp64 for fp64) and rounded once. weight_offset is 1 for Gemma, whose norms multiply by 1 + weight.
#include <ATen/core/Tensor.h>

namespace lift {

// x_TD: [tokens, d], contiguous, bf16, fp32 or fp64; weight_D: [d], same dtype. rstd_T, unless nullptr, receives 1 /
// sqrt(mean(x^2) + eps), fp32 (fp64) [tokens].
at::Tensor rms_norm(const at::Tensor& x_TD, const at::Tensor& weight_D, double eps, at::Tensor* rstd_T,
                    double weight_offset = 0);

// residual_TD += x_TD, rounded to the dtype; the result is rms_norm(residual_TD).
at::Tensor add_rms_norm(at::Tensor& residual_TD, const at::Tensor& x_TD, const at::Tensor& weight_D, double eps,
                        at::Tensor* rstd_T, double weight_offset = 0);   // residual_TD is changed in place

// grad_x_TD += d(rms_norm)/dx . grad_y: adds to the gradient of the residual stream.
void rms_norm_backward(const at::Tensor& grad_y_TD, const at::Tensor& x_TD, const at::Tensor& weight_D,
                       const at::Tensor& rstd_T, at::Tensor& grad_x_TD, double weight_offset = 0);

}   // namespace lift
