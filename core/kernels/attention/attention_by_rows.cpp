#include "core/kernels/attention/attention_by_rows.h"

#include <cmath>
#include <limits>

#include <ATen/ops/bmm.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/logsumexp.h>
#include <ATen/ops/ones.h>

#include "core/kernels/isa/dispatch.h"

namespace lift {
namespace {

// Shapes: t query tokens of a row, s key tokens, H heads, K key/value heads, D width of a head.
struct Row {
  std::int64_t first, count;
  at::Tensor of(const at::Tensor& x_THD) const { return x_THD.narrow(0, first, count); }
};

// f(row of the queries, row of the keys) where there are keys.
template <class F>
void for_each_row(const at::Tensor& query_offsets, const at::Tensor& key_offsets, F&& f) {
  for (const at::Tensor& offsets : {query_offsets, key_offsets})
    LIFT_CHECK(offsets.is_cpu() && offsets.scalar_type() == at::kInt && offsets.is_contiguous() &&
                   offsets.size(0) == query_offsets.size(0),
               "attention: row offsets are int32 on the CPU, one list as long as the other");
  const std::int32_t *queries = data_of<std::int32_t>(query_offsets), *keys = data_of<std::int32_t>(key_offsets);
  for (std::int64_t r = 0; r + 1 < query_offsets.size(0); ++r)
    if (keys[r + 1] > keys[r]) f(Row{queries[r], queries[r + 1] - queries[r]}, Row{keys[r], keys[r + 1] - keys[r]});
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

// [H, t, s]; minus infinity where a query does not see a key. The queries are the last of the keys.
at::Tensor scores_of(const at::Tensor& q_HtD, const at::Tensor& k_HsD, const AttentionOptions& options) {
  const std::int64_t queries = q_HtD.size(1), keys = k_HsD.size(1), first_query = keys - queries;
  at::Tensor hidden = at::ones({queries, keys}, q_HtD.options().dtype(at::kBool)).triu(first_query + 1);
  if (options.sliding_window > 0)
    hidden = hidden.logical_or(at::ones({queries, keys}, hidden.options()).tril(first_query - options.sliding_window));
  at::Tensor scores = at::bmm(q_HtD, k_HsD.transpose(1, 2)).mul_(scale_of(options, q_HtD.size(2)));
  if (options.soft_cap > 0) scores.div_(options.soft_cap).tanh_().mul_(options.soft_cap);
  return scores.masked_fill_(hidden, -std::numeric_limits<double>::infinity());
}

// d capped score / d score, from the capped one: 1 - (capped / cap)^2; 0 where a query does not see the key.
at::Tensor slopes_at(const at::Tensor& capped, double cap) {
  return capped.clamp_min(-cap).div_(cap).square_().neg_().add_(1);
}

}   // namespace

at::Tensor attention_by_rows(const at::Tensor& q_THD, const at::Tensor& k_SKD, const at::Tensor& v_SKD,
                             const at::Tensor& query_offsets, const at::Tensor& key_offsets,
                             const AttentionOptions& options, at::Tensor* log_sum_exp_TH) {
  const std::int64_t heads = q_THD.size(1);
  at::Tensor out_THD = at::empty(q_THD.sizes(), q_THD.options());
  if (log_sum_exp_TH)
    *log_sum_exp_TH = at::empty({q_THD.size(0), heads}, q_THD.options().dtype(compute_type(q_THD.scalar_type())));
  for_each_row(query_offsets, key_offsets, [&](const Row& row, const Row& seen) {
    at::Tensor scores = scores_of(by_head(row.of(q_THD), heads), by_head(seen.of(k_SKD), heads), options);
    const at::Tensor sums_Ht = at::logsumexp(scores, 2);
    const at::Tensor shares = scores.sub_(sums_Ht.unsqueeze(2)).exp_();
    row.of(out_THD).copy_(at::bmm(shares, by_head(seen.of(v_SKD), heads)).transpose(0, 1));
    if (log_sum_exp_TH) row.of(*log_sum_exp_TH).copy_(sums_Ht.t());
  });
  return out_THD;
}

void attention_by_rows_backward(const at::Tensor& grad_out_THD, const at::Tensor& q_THD, const at::Tensor& k_SKD,
                                const at::Tensor& v_SKD, const at::Tensor& out_THD, const at::Tensor& log_sum_exp_TH,
                                const at::Tensor& query_offsets, const at::Tensor& key_offsets,
                                const AttentionOptions& options, at::Tensor& grad_q_THD, at::Tensor& grad_k_SKD,
                                at::Tensor& grad_v_SKD) {
  const std::int64_t heads = q_THD.size(1), kv_heads = k_SKD.size(1);
  for_each_row(query_offsets, key_offsets, [&](const Row& row, const Row& seen) {
    const at::Tensor q = by_head(row.of(q_THD), heads), k = by_head(seen.of(k_SKD), heads);
    const at::Tensor v = by_head(seen.of(v_SKD), heads), grad_out = by_head(row.of(grad_out_THD), heads);
    const at::Tensor sums_Ht1 = row.of(log_sum_exp_TH).t().unsqueeze(2);
    at::Tensor scores = scores_of(q, k, options);
    const at::Tensor slopes = options.soft_cap > 0 ? slopes_at(scores, options.soft_cap) : at::Tensor();
    const at::Tensor shares = scores.sub_(sums_Ht1).exp_();
    const at::Tensor own_Ht1 = by_head(row.of(out_THD), heads).mul(grad_out).sum(2, true);
    at::Tensor grad_scores =
        at::bmm(grad_out, v.transpose(1, 2)).sub_(own_Ht1).mul_(shares).mul_(scale_of(options, q.size(2)));
    if (slopes.defined()) grad_scores.mul_(slopes);
    row.of(grad_q_THD).copy_(at::bmm(grad_scores, k).transpose(0, 1));
    seen.of(grad_k_SKD).copy_(by_token(at::bmm(grad_scores.transpose(1, 2), q), kv_heads));
    seen.of(grad_v_SKD).copy_(by_token(at::bmm(shares.transpose(1, 2), grad_out), kv_heads));
  });
}

}   // namespace lift
