#pragma once
// packed_attention.h by ATen's matrix products, one packed row at a time, on any device: used on GPUs. Holds one row's
// scores in fp32 (fp64 for fp64). Same operands and results. Private to core/kernels.
#include <ATen/core/Tensor.h>

#include "core/kernels/attention/packed_attention.h"

namespace lift {

at::Tensor attention_by_rows(const at::Tensor& q_THD, const at::Tensor& k_SKD, const at::Tensor& v_SKD,
                             const at::Tensor& query_offsets, const at::Tensor& key_offsets,
                             const AttentionOptions& options, at::Tensor* log_sum_exp_TH);

void attention_by_rows_backward(const at::Tensor& grad_out_THD, const at::Tensor& q_THD, const at::Tensor& k_SKD,
                                const at::Tensor& v_SKD, const at::Tensor& out_THD, const at::Tensor& log_sum_exp_TH,
                                const at::Tensor& query_offsets, const at::Tensor& key_offsets,
                                const AttentionOptions& options, at::Tensor& grad_q_THD, at::Tensor& grad_k_SKD,
                                at::Tensor& grad_v_SKD);

}   // namespace lift
