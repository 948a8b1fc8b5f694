#pragma once
// AdamW over k entries in one pass: moments, fp32 master, and the scatter into the dense weight.
// Decoupled weight decay (Loshchilov & Hutter 2019); bias correction per entry, by its age (see optim/).
#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/kernels/sampled/sparse_pattern.h"

namespace lift {

struct AdamWStep {
  double learning_rate = 0, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weight_decay = 0;
  double gradient_scale = 1;   // clipping factor
};

// grad, master, exp_avg, exp_avg_sq: fp32 [k] (fp64 when the weight is fp64); generation: int16 [k], which mask
// generation an entry joined in; bias_correction: fp64 [generations, 2] = (1 - beta1^t, 1 - beta2^t) with t the steps
// since that generation, this one included. weight: dense [rows, columns], takes master rounded to its dtype.
void sparse_adamw_step(const AdamWStep& step, const at::Tensor& grad, const at::Tensor& generation,
                       const at::Tensor& bias_correction, at::Tensor& master, at::Tensor& exp_avg,
                       at::Tensor& exp_avg_sq, const SparsePattern& pattern, at::Tensor& weight);

// Sum of squares of a flat fp32/fp64 tensor in fp64, in a fixed order for any thread count. Non-finite input gives
// a non-finite result.
double sum_of_squares(const at::Tensor& values);

}   // namespace lift
