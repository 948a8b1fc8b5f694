#include <algorithm>
#include <cmath>

#include "core/kernels/attention/packed_attention_rows.h"

namespace lift {
namespace {

template <class T>
Compute<T> dot(const T* a, const T* b, std::int64_t width) {
  Compute<T> sum = 0;
  for (std::int64_t i = 0; i < width; ++i) sum += load(a + i) * load(b + i);
  return sum;
}

template <class T>
void add_scaled(Compute<T>* to, Compute<T> factor, const T* from, std::int64_t width) {
  for (std::int64_t i = 0; i < width; ++i) to[i] += factor * load(from + i);
}

// Of query q and key k.
template <class T>
Compute<T> score_of(const AttentionSlice<T>& s, const T* q, const T* k) {
  const Compute<T> score = s.scale * dot(q, k, s.head_dim);
  return s.soft_cap > 0 ? s.soft_cap * std::tanh(score / s.soft_cap) : score;
}

// d score / d (score without the cap), from the score.
template <class T>
Compute<T> slope_at(const AttentionSlice<T>& s, Compute<T> score) {
  return s.soft_cap > 0 ? 1 - (score / s.soft_cap) * (score / s.soft_cap) : Compute<T>(1);
}

template <class T>
std::int64_t workspace(const AttentionSlice<T>& s) {
  return s.tokens + s.head_dim;
}

template <class T>
void forward_query(const AttentionSlice<T>& s, const AttentionOutput<T>& o, std::int64_t head, std::int64_t i,
                   Compute<T>* scores, Compute<T>* sum_D) {
  using C = Compute<T>;
  const std::int64_t width = s.head_dim, from = std::max<std::int64_t>(0, i + 1 - s.window);
  const T* q = s.q + (i - s.first_query) * s.q_stride + head * width;
  C largest = -INFINITY, total = 0;
  for (std::int64_t j = from; j <= i; ++j) {
    scores[j] = score_of(s, q, s.k + j * s.k_stride);
    largest = std::max(largest, scores[j]);
  }
  std::fill_n(sum_D, width, C(0));
  for (std::int64_t j = from; j <= i; ++j) {
    const C weight = std::exp(scores[j] - largest);
    total += weight;
    add_scaled(sum_D, weight, s.v + j * s.v_stride, width);
  }
  T* out = o.out + (i - s.first_query) * o.out_stride + head * width;
  for (std::int64_t d = 0; d < width; ++d) store(out + d, sum_D[d] / total);
  if (o.log_sum_exp) o.log_sum_exp[(i - s.first_query) * o.log_sum_exp_stride + head] = largest + std::log(total);
}

template <class T>
void forward(const AttentionSlice<T>& s, const AttentionOutput<T>& o, std::int64_t first, std::int64_t last,
             Compute<T>* workspace) {
  for (std::int64_t head = 0; head < s.group; ++head) {
    for (std::int64_t i = first; i < last; ++i) forward_query(s, o, head, i, workspace, workspace + s.tokens);
  }
}

// With P the soft-max and delta = grad_out . out: dS = P (grad_out v^T - delta), times the slopes of a soft cap;
// dq = scale dS k, dk = scale dS^T q, dv = P^T grad_out.
template <class T>
void backward_query(const AttentionSlice<T>& s, const AttentionGradient<T>& g, std::int64_t head, std::int64_t i,
                    Compute<T>* grad_q_D) {
  using C = Compute<T>;
  const std::int64_t width = s.head_dim, padded = padded_head_dim(width), query = i - s.first_query;
  const T* q = s.q + query * s.q_stride + head * width;
  const T* grad_out = g.grad_out + query * g.grad_out_stride + head * width;
  const C delta = dot(grad_out, g.out + query * g.out_stride + head * width, width);
  const C log_sum_exp = g.log_sum_exp[query * g.log_sum_exp_stride + head];
  std::fill_n(grad_q_D, width, C(0));
  for (std::int64_t j = std::max<std::int64_t>(0, i + 1 - s.window); j <= i; ++j) {
    const T* k = s.k + j * s.k_stride;
    const C score = score_of(s, q, k), weight = std::exp(score - log_sum_exp);
    const C grad_score = s.scale * weight * (dot(grad_out, s.v + j * s.v_stride, width) - delta) * slope_at(s, score);
    add_scaled(grad_q_D, grad_score, k, width);
    add_scaled(g.grad_k + j * padded, grad_score, q, width);
    add_scaled(g.grad_v + j * padded, weight, grad_out, width);
  }
  T* grad_q = g.grad_q + query * g.grad_q_stride + head * width;
  for (std::int64_t d = 0; d < width; ++d) store(grad_q + d, grad_q_D[d]);
}

template <class T>
void backward(const AttentionSlice<T>& s, const AttentionGradient<T>& g, std::int64_t first, std::int64_t last,
              Compute<T>* workspace) {
  for (std::int64_t head = 0; head < s.group; ++head) {
    for (std::int64_t i = first; i < last; ++i) backward_query(s, g, head, i, workspace);
  }
}

}   // namespace

template <class T>
AttentionRows<T> packed_attention_portable() {
  return {workspace<T>, forward<T>, backward<T>};
}
template AttentionRows<Bf16> packed_attention_portable();
template AttentionRows<float> packed_attention_portable();
template AttentionRows<double> packed_attention_portable();

}   // namespace lift
