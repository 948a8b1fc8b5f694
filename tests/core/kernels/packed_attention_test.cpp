#include "core/kernels/attention/packed_attention.h"

#include <QtTest>

#include <ATen/ops/cat.h>
#include <ATen/ops/einsum.h>
#include <ATen/ops/full.h>
#include <ATen/ops/logsumexp.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/tanh.h>

#include "tests/core/kernels/kernel_cases.h"

using namespace lift;
using namespace lift::test;

namespace {

struct Shape {
  std::vector<std::int32_t> offsets;
  std::int64_t heads, kv_heads, width, window;
  std::int64_t tokens() const { return offsets.back(); }
};

struct Operands {
  at::Tensor q, k, v, grad_out, offsets;
};

Operands operands(const Shape& s, at::ScalarType type, std::uint64_t seed) {
  Cases cases(seed);
  return {cases.normal({s.tokens(), s.heads, s.width}, type), cases.normal({s.tokens(), s.kv_heads, s.width}, type),
          cases.normal({s.tokens(), s.kv_heads, s.width}, type), cases.normal({s.tokens(), s.heads, s.width}, type),
          Cases::int32s(s.offsets)};
}

struct Outcome {
  at::Tensor out, log_sum_exp, grad_q, grad_k, grad_v;
};

Outcome outcome(const Operands& o, const AttentionOptions& options) {
  Outcome r;
  r.out = packed_attention(o.q, o.k, o.v, o.offsets, options, &r.log_sum_exp);
  r.grad_q = at::empty(o.q.sizes(), o.q.options());
  r.grad_k = at::empty(o.k.sizes(), o.k.options());
  r.grad_v = at::empty(o.v.sizes(), o.v.options());
  packed_attention_backward(o.grad_out, o.q, o.k, o.v, r.out, r.log_sum_exp, o.offsets, options, r.grad_q, r.grad_k,
                            r.grad_v);
  return r;
}

// One row in fp64: every score written out, masked, soft-maxed; the gradients by autograd.
at::Tensor reference_row(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, std::int64_t window,
                         double soft_cap, at::Tensor& log_sum_exp) {
  const std::int64_t tokens = q.size(0), group = q.size(1) / k.size(1);
  at::Tensor hidden = at::ones({tokens, tokens}, q.options()).triu(1);
  if (window > 0) hidden = hidden + at::ones({tokens, tokens}, q.options()).tril(-window);
  at::Tensor scores =
      at::einsum("qhd,khd->hqk", {q, k.repeat_interleave(group, 1)}) / std::sqrt(static_cast<double>(q.size(2)));
  if (soft_cap > 0) scores = soft_cap * at::tanh(scores / soft_cap);
  scores = scores.masked_fill(hidden.gt(0), -INFINITY);
  log_sum_exp = at::logsumexp(scores, 2).t();
  return at::einsum("hqk,khd->qhd", {at::softmax(scores, 2), v.repeat_interleave(group, 1)});
}

Outcome reference(const Shape& s, const Operands& o, double soft_cap = 0) {
  at::Tensor q = o.q.to(at::kDouble).requires_grad_(), k = o.k.to(at::kDouble).requires_grad_();
  at::Tensor v = o.v.to(at::kDouble).requires_grad_();
  std::vector<at::Tensor> outs, sums;
  for (std::size_t row = 0; row + 1 < s.offsets.size(); ++row) {
    const std::int64_t first = s.offsets[row], count = s.offsets[row + 1] - first;
    if (count == 0) continue;
    outs.push_back(reference_row(q.narrow(0, first, count), k.narrow(0, first, count), v.narrow(0, first, count),
                                 s.window, soft_cap, sums.emplace_back()));
  }
  const at::Tensor out = at::cat(outs);
  out.backward(o.grad_out.to(at::kDouble));
  return {out.detach(), at::cat(sums).detach(), q.grad(), k.grad(), v.grad()};
}

double worst(const Outcome& found, const Outcome& expected) {
  return std::max({relative_error(found.out, expected.out), relative_error(found.log_sum_exp, expected.log_sum_exp),
                   relative_error(found.grad_q, expected.grad_q), relative_error(found.grad_k, expected.grad_k),
                   relative_error(found.grad_v, expected.grad_v)});
}

const Shape kShapes[] = {{{0, 1}, 1, 1, 8, 0},       {{0, 5, 5, 12}, 4, 2, 16, 0},   {{0, 70, 200}, 6, 2, 64, 0},
                         {{0, 33, 64}, 3, 3, 24, 0}, {{0, 150, 151}, 2, 1, 128, 40}, {{0, 90}, 9, 3, 64, 2},
                         {{0, 300}, 3, 1, 64, 0},    {{0, 17, 130}, 4, 4, 80, 64}};

}   // namespace

class PackedAttentionTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { at::set_num_threads(1); }   // small operands; the thread tests set their own

  void equals_the_written_out_softmax_and_autograd_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("isa");
    QTest::addColumn<int>("shape");
    for (CpuIsa isa : available_cpu_isas()) {
      for (auto type : {at::kBFloat16, at::kFloat, at::kDouble}) {
        for (int shape = 0; shape < int(std::size(kShapes)); ++shape) {
          QTest::addRow("%s %s shape %d", std::string(name_of(isa)).c_str(), text_of(type), shape)
              << int(type) << int(isa) << shape;
        }
      }
    }
  }
  void equals_the_written_out_softmax_and_autograd() {
    QFETCH(int, type);
    QFETCH(int, isa);
    QFETCH(int, shape);
    const CpuIsaLimit limit{CpuIsa(isa)};
    const Shape& s = kShapes[shape];
    const auto dtype = at::ScalarType(type);
    const Operands o = operands(s, dtype, 1);
    const double error = worst(outcome(o, {0, s.window}), reference(s, o));
    // In bf16 the soft-max's weights are rounded too where a matrix product takes them.
    const double bound = dtype == at::kBFloat16 ? 3 * roundoff(dtype) : dtype == at::kFloat ? 3e-6 : 1e-13;
    QVERIFY2(error < bound, qPrintable(QString::number(error)));
  }

  void the_gradients_are_the_slopes_of_the_output() {
    const Shape s{{0, 4, 9}, 4, 2, 6, 3};
    Operands o = operands(s, at::kDouble, 2);
    const AttentionOptions options{0.4, 3};
    const Outcome found = outcome(o, options);
    const auto loss = [&] {
      return (packed_attention(o.q, o.k, o.v, o.offsets, options, nullptr) * o.grad_out).sum().item<double>();
    };
    QVERIFY(relative_error(found.grad_q, numerical_gradient(o.q, loss)) < 1e-8);
    QVERIFY(relative_error(found.grad_k, numerical_gradient(o.k, loss)) < 1e-8);
    QVERIFY(relative_error(found.grad_v, numerical_gradient(o.v, loss)) < 1e-8);
  }

  void a_soft_cap_bends_the_scores_and_the_gradients_follow() {
    Operands o = operands({{0, 4, 4, 13}, 4, 2, 6, 0}, at::kDouble, 2);
    for (const std::int64_t window : {0, 3}) {
      const AttentionOptions options{.scale = 0.9, .sliding_window = window, .soft_cap = 0.8};
      const Outcome found = outcome(o, options);
      const auto loss = [&] {
        return (packed_attention(o.q, o.k, o.v, o.offsets, options, nullptr) * o.grad_out).sum().item<double>();
      };
      QVERIFY(relative_error(found.grad_q, numerical_gradient(o.q, loss)) < 1e-8);
      QVERIFY(relative_error(found.grad_k, numerical_gradient(o.k, loss)) < 1e-8);
      QVERIFY(relative_error(found.grad_v, numerical_gradient(o.v, loss)) < 1e-8);
      // A cap that no score comes near changes nothing; one of almost nothing makes all shares equal.
      const AttentionOptions plain{.scale = 0.9, .sliding_window = window}, far{0.9, window, 1e7},
          near{0.9, window, 1e-9};
      QVERIFY(worst(outcome(o, far), outcome(o, plain)) < 1e-10);
      if (window == 0)
        QVERIFY(relative_error(outcome(o, near).out[3], o.v.narrow(0, 0, 4).mean(0).repeat_interleave(2, 0)) < 1e-8);
    }
  }

  // Scores of half the cap (nearly straight), about the cap, and far beyond it.
  void a_soft_cap_equals_the_written_out_softmax_and_autograd_at_every_level() {
    for (const CpuIsa isa : available_cpu_isas()) {
      const CpuIsaLimit limit(isa);
      for (const auto type : {at::kBFloat16, at::kFloat, at::kDouble}) {
        for (const int shape : {1, 3, 4, 6, 7}) {
          for (const double cap : {0.3, 2.0, 50.0}) {
            const Shape& s = kShapes[shape];
            const Operands o = operands(s, type, 12);
            const double error = worst(outcome(o, {.sliding_window = s.window, .soft_cap = cap}), reference(s, o, cap));
            const double bound = type == at::kBFloat16 ? 3 * roundoff(type) : type == at::kFloat ? 3e-6 : 1e-13;
            QVERIFY2(error < bound, qPrintable(QString("%1 %2 shape %3 cap %4: %5")
                                                   .arg(std::string(name_of(isa)).c_str(), text_of(type))
                                                   .arg(shape)
                                                   .arg(cap)
                                                   .arg(error)));
          }
        }
      }
    }
  }

  void a_soft_cap_holds_for_queries_that_follow_a_prefix() {
    for (const CpuIsa isa : available_cpu_isas()) {
      const CpuIsaLimit limit(isa);
      const AttentionOptions options{.sliding_window = 50, .soft_cap = 0.7};
      const Operands o = operands({{0, 140, 300}, 6, 2, 64, 0}, at::kFloat, 13);
      const at::Tensor whole = packed_attention(o.q, o.k, o.v, o.offsets, options, nullptr);
      const at::Tensor found = prefixed_attention(at::cat({o.q.narrow(0, 139, 1), o.q.narrow(0, 205, 95)}), o.k, o.v,
                                                  Cases::int32s({0, 1, 96}), o.offsets, options);
      QVERIFY(relative_error(found, at::cat({whole.narrow(0, 139, 1), whole.narrow(0, 205, 95)})) < 1e-6);
    }
  }

  void a_window_of_one_sees_only_the_token_itself() {
    for (CpuIsa isa : available_cpu_isas()) {
      const CpuIsaLimit limit(isa);
      const Operands o = operands({{0, 90}, 4, 2, 32, 1}, at::kFloat, 8);
      const Outcome found = outcome(o, {0, 1});
      QVERIFY(relative_error(found.out, o.v.repeat_interleave(2, 1)) < 1e-6);
      QVERIFY(found.grad_q.abs().max().item<double>() < 1e-5 && found.grad_k.abs().max().item<double>() < 1e-5);
    }
  }

  void takes_slices_of_a_fused_projection() {
    for (auto type : {at::kBFloat16, at::kFloat}) {
      const Shape s{{0, 40, 100}, 6, 2, 32, 0};
      const Operands o = operands(s, type, 3);
      const at::Tensor fused = at::cat({o.q, o.k, o.v}, 1);
      const Operands slices{fused.narrow(1, 0, 6), fused.narrow(1, 6, 2), fused.narrow(1, 8, 2), o.grad_out, o.offsets};
      const Outcome expected = outcome(o, {}), found = outcome(slices, {});
      QVERIFY(same_bytes(found.out, expected.out));
      QVERIFY(same_bytes(found.grad_k, expected.grad_k));
      at::Tensor grad_fused = at::empty(fused.sizes(), fused.options());
      at::Tensor grad_q = grad_fused.narrow(1, 0, 6), grad_k = grad_fused.narrow(1, 6, 2),
                 grad_v = grad_fused.narrow(1, 8, 2);
      packed_attention_backward(o.grad_out, slices.q, slices.k, slices.v, found.out, found.log_sum_exp, o.offsets, {},
                                grad_q, grad_k, grad_v);
      QVERIFY(same_bytes(grad_fused, at::cat({expected.grad_q, expected.grad_k, expected.grad_v}, 1)));
    }
  }

  void a_row_does_not_see_its_neighbours() {
    const Operands o = operands({{0, 30, 75}, 4, 2, 16, 0}, at::kFloat, 4);
    const at::Tensor packed = packed_attention(o.q, o.k, o.v, o.offsets, {}, nullptr);
    const at::Tensor alone = packed_attention(o.q.narrow(0, 30, 45), o.k.narrow(0, 30, 45), o.v.narrow(0, 30, 45),
                                              Cases::int32s({0, 45}), {}, nullptr);
    QVERIFY(same_bytes(packed.narrow(0, 30, 45).contiguous(), alone));
  }

  void gives_the_same_bytes_at_one_and_two_threads() {
    for (CpuIsa isa : available_cpu_isas()) {
      const CpuIsaLimit limit(isa);
      for (auto type : {at::kBFloat16, at::kFloat}) {
        const Operands o = operands({{0, 130, 200, 411}, 6, 2, 64, 0}, type, 5);
        Outcome first;
        at_one_and_two_threads([&](int threads) {
          const Outcome found = outcome(o, {});
          if (threads == 1) first = found;
          else
            QVERIFY(same_bytes(first.out, found.out) && same_bytes(first.grad_q, found.grad_q) &&
                    same_bytes(first.grad_k, found.grad_k) && same_bytes(first.grad_v, found.grad_v));
        });
      }
    }
  }

  void large_scores_stay_finite() {
    for (CpuIsa isa : available_cpu_isas()) {
      const CpuIsaLimit limit(isa);
      Operands o = operands({{0, 80}, 2, 1, 64, 0}, at::kFloat, 6);
      o.q.mul_(100);
      o.k.mul_(100);
      for (const double cap : {0.0, 50.0}) {
        const Outcome found = outcome(o, {.soft_cap = cap});
        QVERIFY(found.out.isfinite().all().item<bool>() && found.grad_q.isfinite().all().item<bool>());
      }
    }
  }

  void queries_that_follow_a_prefix_see_it() {
    for (CpuIsa isa : available_cpu_isas()) {
      const CpuIsaLimit limit(isa);
      for (auto type : {at::kBFloat16, at::kFloat, at::kDouble}) {
        for (std::int64_t window : {0, 50}) {
          const AttentionOptions options{.sliding_window = window};
          const Operands o = operands({{0, 3, 140, 300}, 6, 2, 64, 0}, type, 9);
          const at::Tensor whole = packed_attention(o.q, o.k, o.v, o.offsets, options, nullptr);
          const at::Tensor chosen = at::cat({o.q.narrow(0, 0, 3), o.q.narrow(0, 139, 1), o.q.narrow(0, 205, 95)});
          const at::Tensor found =
              prefixed_attention(chosen, o.k, o.v, Cases::int32s({0, 3, 4, 99}), o.offsets, options);
          const at::Tensor expected =
              at::cat({whole.narrow(0, 0, 3), whole.narrow(0, 139, 1), whole.narrow(0, 205, 95)});
          const double bound = type == at::kBFloat16 ? 2 * roundoff(type) : type == at::kFloat ? 1e-6 : 1e-13;
          QVERIFY(relative_error(found, expected) < bound);
        }
      }
    }
  }

  // Gradients of a whole row whose first queries ask nothing are those of the queries that follow.
  void the_gradients_of_queries_that_follow_a_prefix_are_a_whole_rows() {
    for (CpuIsa isa : available_cpu_isas()) {
      const CpuIsaLimit limit(isa);
      for (auto type : {at::kBFloat16, at::kFloat, at::kDouble}) {
        for (std::int64_t window : {0, 50}) {
          const AttentionOptions options{.sliding_window = window};
          const Operands whole = operands({{0, 40, 200, 900}, 6, 2, 64, 0}, type, 10);
          const auto own = [](const at::Tensor& x) {
            return at::cat({x.narrow(0, 0, 40), x.narrow(0, 70, 130), x.narrow(0, 300, 600)});
          };
          Operands asked = whole;
          asked.grad_out = whole.grad_out.clone();
          asked.grad_out.narrow(0, 40, 30).zero_();
          asked.grad_out.narrow(0, 200, 100).zero_();
          const Outcome expected = outcome(asked, options);

          const at::Tensor q = own(whole.q), queries = Cases::int32s({0, 40, 170, 770});
          Outcome found;
          found.out = prefixed_attention(q, whole.k, whole.v, queries, whole.offsets, options, &found.log_sum_exp);
          found.grad_q = at::empty(q.sizes(), q.options());
          found.grad_k = at::empty(whole.k.sizes(), whole.k.options());
          found.grad_v = at::empty(whole.v.sizes(), whole.v.options());
          prefixed_attention_backward(own(whole.grad_out), q, whole.k, whole.v, found.out, found.log_sum_exp, queries,
                                      whole.offsets, options, found.grad_q, found.grad_k, found.grad_v);
          const double bound = type == at::kBFloat16 ? 3 * roundoff(type) : type == at::kFloat ? 3e-6 : 1e-13;
          QVERIFY(relative_error(found.log_sum_exp, own(expected.log_sum_exp)) < bound);
          QVERIFY(relative_error(found.grad_q, own(expected.grad_q)) < bound);
          QVERIFY(relative_error(found.grad_k, expected.grad_k) < bound);
          QVERIFY(relative_error(found.grad_v, expected.grad_v) < bound);
        }
      }
    }
  }

  void keys_that_no_query_sees_have_no_gradient() {
    const Operands o = operands({{0, 4, 9}, 2, 1, 8, 0}, at::kFloat, 11);
    const at::Tensor queries = Cases::int32s({0, 0, 5}), q = o.q.narrow(0, 4, 5), grad_out = o.grad_out.narrow(0, 4, 5);
    at::Tensor log_sum_exp, grad_q = at::empty(q.sizes(), q.options());
    at::Tensor grad_k = at::full(o.k.sizes(), 7, o.k.options()), grad_v = at::full(o.v.sizes(), 7, o.v.options());
    const at::Tensor out = prefixed_attention(q, o.k, o.v, queries, o.offsets, {}, &log_sum_exp);
    prefixed_attention_backward(grad_out, q, o.k, o.v, out, log_sum_exp, queries, o.offsets, {}, grad_q, grad_k,
                                grad_v);
    QVERIFY(grad_k.narrow(0, 0, 4).eq(0).all().item<bool>() && grad_v.narrow(0, 0, 4).eq(0).all().item<bool>());
    QVERIFY(grad_k.narrow(0, 4, 5).ne(0).any().item<bool>());
  }

  void refuses_more_queries_than_keys() {
    const Operands o = operands({{0, 8}, 2, 1, 8, 0}, at::kFloat, 7);
    QVERIFY_EXCEPTION_THROWN(prefixed_attention(o.q, o.k, o.v, Cases::int32s({0, 5, 8}), Cases::int32s({0, 4, 8}), {}),
                             InvariantError);
  }

  void refuses_rows_that_do_not_cover_the_tokens() {
    const Operands o = operands({{0, 8}, 2, 1, 8, 0}, at::kFloat, 7);
    for (const auto& offsets : {std::vector<std::int32_t>{0, 7}, {1, 8}, {0, 5, 3, 8}}) {
      QVERIFY_EXCEPTION_THROWN(packed_attention(o.q, o.k, o.v, Cases::int32s(offsets), {}, nullptr), InvariantError);
    }
  }
};

QTEST_GUILESS_MAIN(PackedAttentionTest)
#include "packed_attention_test.moc"
