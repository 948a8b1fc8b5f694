#include "core/kernels/attention/delta_rule.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>

#include "core/kernels/isa/dispatch.h"

namespace lift {
namespace {

constexpr std::int64_t kTokensPerState = 64;

template <class C>
struct Net {
  Net(const DeltaOperands& o, std::span<const DeltaRow> rows_)
      : q(data_of<C>(o.q_TGK)),
        k(data_of<C>(o.k_TGK)),
        v(data_of<C>(o.v_THV)),
        decay(data_of<C>(o.decay_TH)),
        beta(data_of<C>(o.beta_TH)),
        key_heads(o.q_TGK.size(1)),
        heads(o.v_THV.size(1)),
        keys(o.q_TGK.size(2)),
        values(o.v_THV.size(2)),
        rows(rows_) {}

  std::int64_t group() const { return heads / key_heads; }
  std::int64_t key_at(std::int64_t t, std::int64_t h) const { return (t * key_heads + h / group()) * keys; }
  std::int64_t value_at(std::int64_t t, std::int64_t h) const { return (t * heads + h) * values; }
  std::int64_t head_at(std::int64_t t, std::int64_t h) const { return t * heads + h; }
  std::int64_t state_size() const { return keys * values; }

  // The state of head h moves over token t. seen_V: S^T k before the token's own value; written_V: beta (v - seen).
  void step(C* state, std::int64_t t, std::int64_t h, C* seen_V, C* written_V) const {
    const C keep = std::exp(decay[head_at(t, h)]), strength = beta[head_at(t, h)];
    const C *key = k + key_at(t, h), *value = v + value_at(t, h);
    std::fill_n(seen_V, values, C(0));
    for (std::int64_t i = 0; i < keys; ++i) {
      C* row = state + i * values;
      for (std::int64_t j = 0; j < values; ++j) {
        row[j] *= keep;
        seen_V[j] += key[i] * row[j];
      }
    }
    for (std::int64_t j = 0; j < values; ++j) written_V[j] = strength * (value[j] - seen_V[j]);
    for (std::int64_t i = 0; i < keys; ++i)
      for (std::int64_t j = 0; j < values; ++j) state[i * values + j] += key[i] * written_V[j];
  }

  void read(const C* state, std::int64_t t, std::int64_t h, C* out_V) const {
    const C* query = q + key_at(t, h);
    std::fill_n(out_V, values, C(0));
    for (std::int64_t i = 0; i < keys; ++i)
      for (std::int64_t j = 0; j < values; ++j) out_V[j] += query[i] * state[i * values + j];
  }

  const C *q, *k, *v, *decay, *beta;
  std::int64_t key_heads, heads, keys, values;
  std::span<const DeltaRow> rows;
};

// One value head, backward: last row first, each row by stretches of tokens whose states are computed again.
template <class C>
class HeadBackward {
 public:
  HeadBackward(const Net<C>& net, std::int64_t head, const C* grad_out, const DeltaOperands& grads)
      : net_(net),
        head_(head),
        size_(net.state_size()),
        grad_out_(grad_out),
        grad_q_(data_of<C>(grads.q_TGK)),
        grad_k_(data_of<C>(grads.k_TGK)),
        grad_v_(data_of<C>(grads.v_THV)),
        grad_decay_(data_of<C>(grads.decay_TH)),
        grad_beta_(data_of<C>(grads.beta_TH)),
        vectors_(static_cast<std::size_t>(5 * net.values)),
        grad_state_(static_cast<std::size_t>(size_)),
        ends_(net.rows.size()),
        grad_ends_(net.rows.size()) {}

  void run() {
    for (const DeltaRow& row : net_.rows)
      if (row.prefix >= 0) keep_end(static_cast<std::size_t>(row.prefix));
    for (std::size_t r = net_.rows.size(); r-- > 0;) backward_row(r);
  }

 private:
  C* vector(std::int64_t i) { return vectors_.data() + i * net_.values; }

  void keep_end(std::size_t r) {
    if (!ends_[r].empty()) return;
    ends_[r].assign(static_cast<std::size_t>(size_), C(0));
    grad_ends_[r].assign(static_cast<std::size_t>(size_), C(0));
    for (std::int64_t i = 0; i < net_.rows[r].count; ++i)
      net_.step(ends_[r].data(), net_.rows[r].first + i, head_, vector(0), vector(1));
  }

  void backward_row(std::size_t r) {
    const DeltaRow& row = net_.rows[r];
    const std::int64_t stretches = (row.count + kTokensPerState - 1) / kTokensPerState;
    std::vector<C> starts(static_cast<std::size_t>(stretches * size_), C(0));   // the state before each stretch
    std::vector<C> state(static_cast<std::size_t>(size_), C(0));
    if (row.prefix >= 0) state = ends_[static_cast<std::size_t>(row.prefix)];
    for (std::int64_t i = 0; i < row.count; ++i) {
      if (i % kTokensPerState == 0) std::copy(state.begin(), state.end(), starts.begin() + i / kTokensPerState * size_);
      if (i < (stretches - 1) * kTokensPerState) net_.step(state.data(), row.first + i, head_, vector(0), vector(1));
    }
    if (grad_ends_[r].empty()) std::fill(grad_state_.begin(), grad_state_.end(), C(0));
    else grad_state_ = grad_ends_[r];
    std::vector<C> states(static_cast<std::size_t>(kTokensPerState * size_));   // before each token of a stretch
    for (std::int64_t stretch = stretches; stretch-- > 0;) {
      const std::int64_t begin = stretch * kTokensPerState, count = std::min(kTokensPerState, row.count - begin);
      std::copy_n(starts.begin() + stretch * size_, size_, states.begin());
      for (std::int64_t i = 0; i + 1 < count; ++i) {
        std::copy_n(states.begin() + i * size_, size_, states.begin() + (i + 1) * size_);
        net_.step(states.data() + (i + 1) * size_, row.first + begin + i, head_, vector(0), vector(1));
      }
      for (std::int64_t i = count; i-- > 0;) backward_token(states.data() + i * size_, row.first + begin + i);
    }
    if (row.prefix < 0) return;
    std::vector<C>& of_prefix = grad_ends_[static_cast<std::size_t>(row.prefix)];
    for (std::size_t i = 0; i < of_prefix.size(); ++i) of_prefix[i] += grad_state_[i];
  }

  // With D = e^decay S, w = beta (v - D^T k) and S' = D + k w^T: grad_state_ is d loss / d S' and becomes that of S.
  void backward_token(const C* state, std::int64_t t) {
    const std::int64_t values = net_.values, at_head = net_.head_at(t, head_), at_key = net_.key_at(t, head_);
    const C keep = std::exp(net_.decay[at_head]), strength = net_.beta[at_head];
    const C *q = net_.q + at_key, *k = net_.k + at_key, *v = net_.v + net_.value_at(t, head_);
    const C* grad_out = grad_out_ + net_.value_at(t, head_);
    C *seen = vector(0), *written = vector(1), *grad_written = vector(2), *rest = vector(3);
    std::fill_n(seen, values, C(0));
    std::fill_n(grad_written, values, C(0));
    for (std::int64_t i = 0; i < net_.keys; ++i)
      for (std::int64_t j = 0; j < values; ++j) seen[j] += k[i] * keep * state[i * values + j];
    C written_to_out = 0;
    for (std::int64_t j = 0; j < values; ++j) {
      rest[j] = v[j] - seen[j];
      written[j] = strength * rest[j];
      written_to_out += written[j] * grad_out[j];
    }
    for (std::int64_t i = 0; i < net_.keys; ++i) {
      C* grad = grad_state_.data() + i * values;
      C grad_k = 0, grad_q = 0;
      for (std::int64_t j = 0; j < values; ++j) {
        grad[j] += q[i] * grad_out[j];
        grad_written[j] += k[i] * grad[j];
        grad_k += grad[j] * written[j];
        grad_q += keep * state[i * values + j] * grad_out[j];
      }
      grad_k_[at_key + i] += grad_k;
      grad_q_[at_key + i] += grad_q + k[i] * written_to_out;
    }
    C* grad_v = grad_v_ + net_.value_at(t, head_);
    C grad_beta = 0, grad_decay = 0;
    for (std::int64_t j = 0; j < values; ++j) {
      grad_v[j] = strength * grad_written[j];
      grad_beta += rest[j] * grad_written[j];
    }
    for (std::int64_t i = 0; i < net_.keys; ++i) {
      C* grad = grad_state_.data() + i * values;
      C grad_k = 0;
      for (std::int64_t j = 0; j < values; ++j) {
        const C decayed = keep * state[i * values + j];
        grad_k += decayed * grad_v[j];
        grad[j] -= k[i] * grad_v[j];
        grad_decay += grad[j] * decayed;
        grad[j] *= keep;
      }
      grad_k_[at_key + i] -= grad_k;
    }
    grad_beta_[at_head] = grad_beta;
    grad_decay_[at_head] = grad_decay;
  }

  const Net<C>& net_;
  const std::int64_t head_, size_;
  const C* grad_out_;
  C *grad_q_, *grad_k_, *grad_v_, *grad_decay_, *grad_beta_;
  std::vector<C> vectors_, grad_state_;
  std::vector<std::vector<C>> ends_, grad_ends_;   // of rows that others continue
};

void check(const DeltaOperands& o, std::span<const DeltaRow> rows) {
  for (const at::Tensor* x : {&o.q_TGK, &o.k_TGK, &o.v_THV, &o.decay_TH, &o.beta_TH})
    LIFT_CHECK(
        x->is_cpu() && x->is_contiguous() && x->scalar_type() == o.q_TGK.scalar_type() && x->size(0) == o.q_TGK.size(0),
        "delta rule: operands are contiguous, of one dtype, on the CPU, of the same tokens");
  LIFT_CHECK(o.q_TGK.sizes() == o.k_TGK.sizes() && o.v_THV.size(1) % o.q_TGK.size(1) == 0 &&
                 o.decay_TH.size(1) == o.v_THV.size(1) && o.beta_TH.size(1) == o.v_THV.size(1),
             "delta rule: the value heads are a multiple of the key heads");
  for (std::size_t r = 0; r < rows.size(); ++r)
    LIFT_CHECK(rows[r].first >= 0 && rows[r].first + rows[r].count <= o.q_TGK.size(0) &&
                   rows[r].prefix < static_cast<std::int64_t>(r),
               "delta rule: rows are tokens of the operands, and a prefix comes before");
}

// f(TypeTag<float | double>)
template <class F>
void by_wide_type(at::ScalarType type, F&& f) {
  if (type == at::kFloat) return f(TypeTag<float>{});
  LIFT_CHECK(type == at::kDouble, "delta rule: fp32 or fp64");
  f(TypeTag<double>{});
}

}   // namespace

at::Tensor delta_rule(const DeltaOperands& operands, std::span<const DeltaRow> rows, const at::Tensor& initial_RHKV,
                      at::Tensor* last_RHKV) {
  check(operands, rows);
  at::Tensor out_THV = at::zeros_like(operands.v_THV);
  const std::int64_t heads = operands.v_THV.size(1), keys = operands.q_TGK.size(2), values = operands.v_THV.size(2);
  const at::Tensor states_RHKV =
      initial_RHKV.defined()
          ? initial_RHKV.to(out_THV.scalar_type(), /*non_blocking=*/false, /*copy=*/true).contiguous()
          : at::zeros({std::ssize(rows), heads, keys, values}, out_THV.options());
  by_wide_type(out_THV.scalar_type(), [&](auto tag) {
    using C = typename decltype(tag)::Type;
    const Net<C> net(operands, rows);
    C *states = data_of<C>(states_RHKV), *out = data_of<C>(out_THV);
    at::parallel_for(0, heads, 1, [&](std::int64_t begin, std::int64_t end) {
      std::vector<C> vectors(static_cast<std::size_t>(2 * values));
      for (std::int64_t h = begin; h < end; ++h)
        for (std::int64_t r = 0; r < std::ssize(rows); ++r) {
          const DeltaRow& row = rows[static_cast<std::size_t>(r)];
          C* state = states + (r * heads + h) * net.state_size();
          if (row.prefix >= 0)
            std::copy_n(states + (row.prefix * heads + h) * net.state_size(), net.state_size(), state);
          for (std::int64_t t = row.first; t < row.first + row.count; ++t) {
            net.step(state, t, h, vectors.data(), vectors.data() + values);
            net.read(state, t, h, out + net.value_at(t, h));
          }
        }
    });
  });
  if (last_RHKV) *last_RHKV = states_RHKV;
  return out_THV;
}

DeltaOperands delta_rule_backward(const DeltaOperands& operands, std::span<const DeltaRow> rows,
                                  const at::Tensor& grad_out_THV) {
  check(operands, rows);
  LIFT_CHECK(grad_out_THV.sizes() == operands.v_THV.sizes() && grad_out_THV.is_contiguous() &&
                 grad_out_THV.scalar_type() == operands.v_THV.scalar_type(),
             "delta rule: the gradient has the output's shape");
  DeltaOperands grads{at::zeros_like(operands.q_TGK), at::zeros_like(operands.k_TGK), at::zeros_like(operands.v_THV),
                      at::zeros_like(operands.decay_TH), at::zeros_like(operands.beta_TH)};
  by_wide_type(grad_out_THV.scalar_type(), [&](auto tag) {
    using C = typename decltype(tag)::Type;
    const Net<C> net(operands, rows);
    // Value heads that share a key head add to its gradient one after the other.
    at::parallel_for(0, net.key_heads, 1, [&](std::int64_t begin, std::int64_t end) {
      for (std::int64_t h = begin * net.group(); h < end * net.group(); ++h)
        HeadBackward<C>(net, h, data_of<C>(grad_out_THV), grads).run();
    });
  });
  return grads;
}

}   // namespace lift
