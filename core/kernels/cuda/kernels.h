#pragma once
// The GPU versions of this room's public functions of the same names, which forward tensors on a GPU to them. Each
// launches work on the current stream and returns; only those that return a number to the CPU wait for the result.
// Without LIFT_CUDA_KERNELS they are only declared: guard each call by `if constexpr (cuda::kBuilt)`.
// Private to core/kernels.
#include <cstdint>
#include <span>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/kernels/rows/cross_entropy.h"
#include "core/kernels/sampled/sparse_adamw.h"
#include "core/kernels/sampled/sparse_pattern.h"

namespace lift::cuda {

#ifdef LIFT_CUDA_KERNELS
inline constexpr bool kBuilt = true;
#else
inline constexpr bool kBuilt = false;
#endif

// residual_TD == nullptr: rms_norm; otherwise add_rms_norm.
at::Tensor rms_norm(const at::Tensor& x_TD, at::Tensor* residual_TD, const at::Tensor& weight_D, double eps,
                    at::Tensor* rstd_T, double weight_offset);
void rms_norm_backward(const at::Tensor& grad_y_TD, const at::Tensor& x_TD, const at::Tensor& weight_D,
                       const at::Tensor& rstd_T, at::Tensor& grad_x_TD, double weight_offset);
void rotary_(at::Tensor& x_THD, const at::Tensor& cos_PC, const at::Tensor& sin_PC, const at::Tensor& positions_T,
             bool inverse);
at::Tensor swiglu(const at::Tensor& gate_TF, const at::Tensor& up_TF);
void swiglu_backward_(const at::Tensor& grad_hidden_TF, at::Tensor& gate_TF, at::Tensor& up_TF, at::Tensor* hidden_TF);
HeadLoss head_cross_entropy(const at::Tensor& hidden_LD, const at::Tensor& head_VD, const at::Tensor& label_ids,
                            const HeadLossOptions& options);
void accumulate_sampled_gradient(const at::Tensor& input_TN, const at::Tensor& grad_output_TM,
                                 const SparsePattern& pattern, at::Tensor& grad);
void sparse_adamw_step(const AdamWStep& step, const at::Tensor& grad, const at::Tensor& generation,
                       const at::Tensor& bias_correction, at::Tensor& master, at::Tensor& exp_avg,
                       at::Tensor& exp_avg_sq, const SparsePattern& pattern, at::Tensor& weight);
double sum_of_squares(const at::Tensor& values);   // waits for the sum
SparsePattern top_k_by_magnitude(const at::Tensor& score_MN, std::int64_t k);

}   // namespace lift::cuda
