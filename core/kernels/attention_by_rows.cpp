#include "core/kernels/attention_by_rows.h"

#include <cmath>
#include <limits>

#include <ATen/ops/bmm.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/logsumexp.h>
#include <ATen/ops/ones.h>

#include "core/kernels/dispatch.h"

namespace lift {
namespace {

// Shapes: t tokens of a row, H heads, K key/value heads, D width of a head.
struct Row {
  std::int64_t first, count;
  at::Tensor of(const at::Tensor& x_THD) const { return x_THD.narrow(0, first, count); }
};

template <class F>
void for_each_row(const at::Tensor& row_offsets, F&& f) {
  LIFT_CHECK(row_offsets.is_cpu() && row_offsets.scalar_type() == at::kInt && row_offsets.is_contiguous(),
             "attention: row offsets are int32 on the CPU");
  const std::int32_t* offsets = data_of<std::int32_t>(row_offsets);
  for (std::int64_t r = 0; r + 1 < row_offsets.size(0); ++r)
    if (offsets[r + 1] > offsets[r]) f(Row{offsets[r], offsets[r + 1] - offsets[r]});
}

// [t, H or K, D] to [H, t, D] in the computing dtype, a key/value head once for every query head that uses it.
at::Tensor by_head(const at::Tensor& x_tHD, std::int64_t heads) {
  const at::Tensor x_HtD = x_tHD.to(compute_type(x_tHD.scalar_type())).transpose(0, 1);
  return x_HtD.repeat_interleave(heads / x_tHD.size(1), 0);
}

// The sum over the query heads of each key/value head, as [t, K, D].
at::Tensor by_token(const at::Tensor& x_HtD, std::int64_t kv_heads) {
  return x_HtD.view({kv_heads, -1, x_HtD.size(1), x_HtD.size(2)}).sum(1).transpose(0, 1);
}

double scale_of(const AttentionOptions& options, std::int64_t head_dim) {
  return options.scale != 0 ? options.scale : 1 / std::sqrt(static_cast<double>(head_dim));
}

// [H, t, t]; minus infinity where a query does not see a key.
at::Tensor scores_of(const at::Tensor& q_HtD, const at::Tensor& k_HtD, const AttentionOptions& options) {
  const std::int64_t tokens = q_HtD.size(1);
  at::Tensor hidden = at::ones({tokens, tokens}, q_HtD.options().dtype(at::kBool)).triu(1);
  if (options.sliding_window > 0)
    hidden = hidden.logical_or(at::ones({tokens, tokens}, hidden.options()).tril(-options.sliding_window));
  return at::bmm(q_HtD, k_HtD.transpose(1, 2))
      .mul_(scale_of(options, q_HtD.size(2)))
      .masked_fill_(hidden, -std::numeric_limits<double>::infinity());
}

}  // namespace

at::Tensor attention_by_rows(const at::Tensor& q_THD, const at::Tensor& k_TKD, const at::Tensor& v_TKD,
                             const at::Tensor& row_offsets, const AttentionOptions& options,
                             at::Tensor* log_sum_exp_TH) {
  const std::int64_t heads = q_THD.size(1);
  at::Tensor out_THD = at::empty(q_THD.sizes(), q_THD.options());
  if (log_sum_exp_TH)
    *log_sum_exp_TH = at::empty({q_THD.size(0), heads}, q_THD.options().dtype(compute_type(q_THD.scalar_type())));
  for_each_row(row_offsets, [&](const Row& row) {
    at::Tensor scores = scores_of(by_head(row.of(q_THD), heads), by_head(row.of(k_TKD), heads), options);
    const at::Tensor sums_Ht = at::logsumexp(scores, 2);
    const at::Tensor shares = scores.sub_(sums_Ht.unsqueeze(2)).exp_();
    row.of(out_THD).copy_(at::bmm(shares, by_head(row.of(v_TKD), heads)).transpose(0, 1));
    if (log_sum_exp_TH) row.of(*log_sum_exp_TH).copy_(sums_Ht.t());
  });
  return out_THD;
}

void attention_by_rows_backward(const at::Tensor& grad_out_THD, const at::Tensor& q_THD, const at::Tensor& k_TKD,
                                const at::Tensor& v_TKD, const at::Tensor& out_THD, const at::Tensor& log_sum_exp_TH,
                                const at::Tensor& row_offsets, const AttentionOptions& options, at::Tensor& grad_q_THD,
                                at::Tensor& grad_k_TKD, at::Tensor& grad_v_TKD) {
  const std::int64_t heads = q_THD.size(1), kv_heads = k_TKD.size(1);
  for_each_row(row_offsets, [&](const Row& row) {
    const at::Tensor q = by_head(row.of(q_THD), heads), k = by_head(row.of(k_TKD), heads);
    const at::Tensor v = by_head(row.of(v_TKD), heads), grad_out = by_head(row.of(grad_out_THD), heads);
    const at::Tensor sums_Ht1 = row.of(log_sum_exp_TH).t().unsqueeze(2);
    const at::Tensor shares = scores_of(q, k, options).sub_(sums_Ht1).exp_();
    const at::Tensor own_Ht1 = by_head(row.of(out_THD), heads).mul(grad_out).sum(2, true);
    const at::Tensor grad_scores = at::bmm(grad_out, v.transpose(1, 2)).sub_(own_Ht1).mul_(shares)
                                       .mul_(scale_of(options, q.size(2)));
    row.of(grad_q_THD).copy_(at::bmm(grad_scores, k).transpose(0, 1));
    row.of(grad_k_TKD).copy_(by_token(at::bmm(grad_scores.transpose(1, 2), q), kv_heads));
    row.of(grad_v_TKD).copy_(by_token(at::bmm(shares.transpose(1, 2), grad_out), kv_heads));
  });
}

}  // namespace lift
