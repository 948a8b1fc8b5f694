#include "core/model/row_attention.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/stack.h>
#include <ATen/ops/sum.h>

#include "core/kernels/host_data.h"

namespace lift {

at::Tensor int32_tensor(std::span<const std::int32_t> values) {
  at::Tensor tensor = at::empty({std::ssize(values)}, at::kInt);
  std::copy(values.begin(), values.end(), mutable_host_data<std::int32_t>(tensor));
  return tensor;
}

RowAttention::RowAttention(std::span<const std::int32_t> row_offsets, std::span<const std::int32_t> prefix_rows,
                           const AttentionOptions& options)
    : options_(options), row_offsets_(int32_tensor(row_offsets)) {
  std::vector<std::int32_t> offsets{0};
  for (std::size_t r = 0; r < prefix_rows.size(); ++r) {
    Row row{row_offsets[r], row_offsets[r + 1] - row_offsets[r]};
    if (prefix_rows[r] >= 0) {
      row.prefix = prefix_rows[r];
      row.prefix_count = rows_[static_cast<std::size_t>(row.prefix)].count;
    }
    offsets.push_back(static_cast<std::int32_t>(offsets.back() + row.prefix_count + row.count));
    rows_.push_back(row);
  }
  key_offsets_ = int32_tensor(offsets);
}

// Whole runs of tokens: an index_select would copy token by token.
at::Tensor RowAttention::with_prefixes(const at::Tensor& x_TGD) const {
  std::vector<at::Tensor> parts;
  for (const Row& row : rows_) {
    if (row.prefix >= 0)
      parts.push_back(x_TGD.narrow(0, rows_[static_cast<std::size_t>(row.prefix)].first, row.prefix_count));
    parts.push_back(x_TGD.narrow(0, row.first, row.count));
  }
  return at::cat(parts);
}

at::Tensor RowAttention::forward(const at::Tensor& q_THD, const at::Tensor& k_TGD, const at::Tensor& v_TGD,
                                 at::Tensor* log_sum_exp_TH) const {
  if (!shares()) return packed_attention(q_THD, k_TGD, v_TGD, row_offsets_, options_, log_sum_exp_TH);
  return prefixed_attention(q_THD, with_prefixes(k_TGD), with_prefixes(v_TGD), row_offsets_, key_offsets_, options_,
                            log_sum_exp_TH);
}

void RowAttention::backward(const at::Tensor& grad_out_THD, const at::Tensor& q_THD, const at::Tensor& k_TGD,
                            const at::Tensor& v_TGD, const at::Tensor& out_THD, const at::Tensor& log_sum_exp_TH,
                            at::Tensor& grad_q_THD, at::Tensor& grad_k_TGD, at::Tensor& grad_v_TGD) const {
  if (!shares())
    return packed_attention_backward(grad_out_THD, q_THD, k_TGD, v_TGD, out_THD, log_sum_exp_TH, row_offsets_, options_,
                                     grad_q_THD, grad_k_TGD, grad_v_TGD);
  const at::Tensor k_SGD = with_prefixes(k_TGD), v_SGD = with_prefixes(v_TGD);
  at::Tensor grad_k_SGD = at::empty_like(k_SGD), grad_v_SGD = at::empty_like(v_SGD);
  prefixed_attention_backward(grad_out_THD, q_THD, k_SGD, v_SGD, out_THD, log_sum_exp_TH, row_offsets_, key_offsets_,
                              options_, grad_q_THD, grad_k_SGD, grad_v_SGD);
  add_up(grad_k_SGD, grad_k_TGD);
  add_up(grad_v_SGD, grad_v_TGD);
}

// What the rows ask of a shared key is summed in fp32 (fp64), always in the order of the rows.
void RowAttention::add_up(const at::Tensor& grad_SGD, at::Tensor& grad_TGD) const {
  const at::ScalarType type = grad_TGD.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
  std::vector<std::vector<at::Tensor>> asked(rows_.size());
  std::int64_t key = 0;
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    const Row& row = rows_[r];
    if (row.prefix >= 0)
      asked[static_cast<std::size_t>(row.prefix)].push_back(grad_SGD.narrow(0, key, row.prefix_count));
    key += row.prefix_count;
    asked[r].push_back(grad_SGD.narrow(0, key, row.count));
    key += row.count;
  }
  constexpr std::int64_t kCopies = 0;
  std::vector<at::Tensor> parts;
  for (const std::vector<at::Tensor>& of_row : asked)
    parts.push_back(of_row.size() == 1 ? of_row.front()
                                       : at::stack(of_row).sum(kCopies, false, type).to(grad_TGD.scalar_type()));
  at::cat_out(grad_TGD, parts);
}

}   // namespace lift
