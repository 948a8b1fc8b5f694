#include "core/kernels/attention/attention_by_rows.h"

#include <QtTest>

#include "tests/core/kernels/kernel_cases.h"

using namespace lift;
using namespace lift::test;

namespace {

struct Outcome {
  at::Tensor out, log_sum_exp, grad_q, grad_k, grad_v;
};

template <class Forward, class Backward>
Outcome outcome(at::ScalarType type, const AttentionOptions& options, Forward&& forward, Backward&& backward) {
  Cases cases(5);
  const at::Tensor q = cases.normal({58, 6, 16}, type), k = cases.normal({58, 2, 16}, type),
                   v = cases.normal({58, 2, 16}, type);
  const at::Tensor grad = cases.normal({58, 6, 16}, type), rows = Cases::int32s({0, 17, 17, 58});
  Outcome r{
      {}, {}, at::empty(q.sizes(), q.options()), at::empty(k.sizes(), k.options()), at::empty(v.sizes(), v.options())};
  r.out = forward(q, k, v, rows, options, &r.log_sum_exp);
  backward(grad, q, k, v, r.out, r.log_sum_exp, rows, options, r.grad_q, r.grad_k, r.grad_v);
  return r;
}

at::Tensor by_rows(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, const at::Tensor& rows,
                   const AttentionOptions& options, at::Tensor* log_sum_exp) {
  return attention_by_rows(q, k, v, rows, rows, options, log_sum_exp);
}

void backward_by_rows(const at::Tensor& grad, const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                      const at::Tensor& out, const at::Tensor& log_sum_exp, const at::Tensor& rows,
                      const AttentionOptions& options, at::Tensor& grad_q, at::Tensor& grad_k, at::Tensor& grad_v) {
  attention_by_rows_backward(grad, q, k, v, out, log_sum_exp, rows, rows, options, grad_q, grad_k, grad_v);
}

}   // namespace

class AttentionByRowsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { at::set_num_threads(1); }

  void gives_what_packed_attention_gives() {
    for (auto type : {at::kDouble, at::kFloat, at::kBFloat16}) {
      const double bound = type == at::kDouble ? 1e-13 : type == at::kFloat ? 3e-6 : 3 * roundoff(type);
      for (const AttentionOptions& options :
           {AttentionOptions{}, AttentionOptions{.sliding_window = 9}, AttentionOptions{.soft_cap = 0.8},
            AttentionOptions{.sliding_window = 9, .soft_cap = 3}}) {
        const Outcome found = outcome(type, options, by_rows, backward_by_rows);
        const Outcome expected = outcome(type, options, packed_attention, packed_attention_backward);
        QVERIFY(relative_error(found.out, expected.out) < bound);
        QVERIFY(relative_error(found.log_sum_exp, expected.log_sum_exp) < bound);
        QVERIFY(relative_error(found.grad_q, expected.grad_q) < bound);
        QVERIFY(relative_error(found.grad_k, expected.grad_k) < bound);
        QVERIFY(relative_error(found.grad_v, expected.grad_v) < bound);
      }
    }
  }

  void gives_what_prefixed_attention_gives() {
    Cases cases(6);
    const at::Tensor q = cases.normal({9, 6, 16}, at::kDouble), k = cases.normal({40, 2, 16}, at::kDouble);
    const at::Tensor v = cases.normal({40, 2, 16}, at::kDouble);
    const at::Tensor queries = Cases::int32s({0, 4, 4, 9}), keys = Cases::int32s({0, 4, 10, 40});
    const at::Tensor grad = cases.normal({9, 6, 16}, at::kDouble);
    const auto gradients_of = [&](const at::Tensor& out, const at::Tensor& sums, const AttentionOptions& options,
                                  auto&& backward) {
      Outcome r{out, sums, at::empty(q.sizes(), q.options()), at::empty(k.sizes(), k.options()),
                at::empty(v.sizes(), v.options())};
      backward(grad, q, k, v, out, sums, queries, keys, options, r.grad_q, r.grad_k, r.grad_v);
      return r;
    };
    for (std::int64_t window : {0, 7}) {
      const AttentionOptions options{.sliding_window = window};
      at::Tensor sums, expected_sums;
      const at::Tensor out = attention_by_rows(q, k, v, queries, keys, options, &sums);
      const at::Tensor expected_out = prefixed_attention(q, k, v, queries, keys, options, &expected_sums);
      const Outcome found = gradients_of(out, sums, options, attention_by_rows_backward);
      const Outcome expected = gradients_of(expected_out, expected_sums, options, prefixed_attention_backward);
      QVERIFY(relative_error(found.out, expected.out) < 1e-13);
      QVERIFY(relative_error(found.grad_q, expected.grad_q) < 1e-13);
      QVERIFY(relative_error(found.grad_k, expected.grad_k) < 1e-13);
      QVERIFY(relative_error(found.grad_v, expected.grad_v) < 1e-13);
    }
  }
};

QTEST_GUILESS_MAIN(AttentionByRowsTest)
#include "attention_by_rows_test.moc"
