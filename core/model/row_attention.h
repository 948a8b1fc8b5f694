#pragma once
// Attention over a batch's rows, of which some continue another (PackedBatch::prefix_rows): their queries see its keys
// too. Private to core/model.
#include <cstdint>
#include <span>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/kernels/attention/packed_attention.h"

namespace lift {

// Shapes: T tokens of the batch, H heads, G key-value heads, D their width; S keys, a prefix's once for every row that
// sees it.
class RowAttention {
 public:
  RowAttention() = default;
  // The batch has been checked.
  RowAttention(std::span<const std::int32_t> row_offsets, std::span<const std::int32_t> prefix_rows,
               const AttentionOptions& options);

  at::Tensor forward(const at::Tensor& q_THD, const at::Tensor& k_TGD, const at::Tensor& v_TGD,
                     at::Tensor* log_sum_exp_TH) const;
  // Overwrites the gradients; out and log_sum_exp are the forward pass's.
  void backward(const at::Tensor& grad_out_THD, const at::Tensor& q_THD, const at::Tensor& k_TGD,
                const at::Tensor& v_TGD, const at::Tensor& out_THD, const at::Tensor& log_sum_exp_TH,
                at::Tensor& grad_q_THD, at::Tensor& grad_k_TGD, at::Tensor& grad_v_TGD) const;

 private:
  struct Row {
    std::int64_t first, count;                    // in T
    std::int64_t prefix = -1, prefix_count = 0;   // the row that it continues
  };
  bool shares() const { return !rows_.empty(); }
  at::Tensor with_prefixes(const at::Tensor& x_TGD) const;
  void add_up(const at::Tensor& grad_SGD, at::Tensor& grad_TGD) const;

  AttentionOptions options_;
  std::vector<Row> rows_;                  // empty when every row stands alone
  at::Tensor row_offsets_, key_offsets_;   // int32 [rows + 1], on the CPU
};

// On the CPU.
at::Tensor int32_tensor(std::span<const std::int32_t> values);

}   // namespace lift
