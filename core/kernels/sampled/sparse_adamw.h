#pragma once
// One pass of AdamW over the k selected entries of a matrix: updates the moments and the fp32 master values and writes
// these into the dense weight. Decoupled weight decay (Loshchilov & Hutter 2019); bias correction by an entry's age.
#include <cstdint>

#include <ATen/core/Tensor.h>

#include "core/kernels/sampled/sparse_pattern.h"

namespace lift {

struct AdamWStep {
  double learning_rate = 0, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weight_decay = 0;
  double gradient_scale = 1;   // gradient clipping factor
};

// grad, master, exp_avg, exp_avg_sq: fp32 [k] (fp64 when the weight is fp64). generation: int16 [k], the mask refresh
// at which the entry was selected. bias_correction: fp64 [generations, 2] = (1 - beta1^t, 1 - beta2^t), t = the number
// of steps since then, this one included. weight: [rows, columns], receives master rounded to its dtype.
void sparse_adamw_step(const AdamWStep& step, const at::Tensor& grad, const at::Tensor& generation,
                       const at::Tensor& bias_correction, at::Tensor& master, at::Tensor& exp_avg,
                       at::Tensor& exp_avg_sq, const SparsePattern& pattern, at::Tensor& weight);

// Sum of squares of a flat fp32 or fp64 tensor, in fp64 and in an order that does not depend on the thread count. Input
// with NaN or infinity gives a non-finite result.
double sum_of_squares(const at::Tensor& values);

}   // namespace lift
