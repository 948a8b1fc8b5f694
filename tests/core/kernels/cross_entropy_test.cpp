#include "core/kernels/rows/cross_entropy.h"

#include <QtTest>

#include <ATen/ops/log_softmax.h>
#include <ATen/ops/mm.h>

#include "tests/core/kernels/kernel_cases.h"

using namespace lift;
using namespace lift::test;

namespace {

struct Reference {
  at::Tensor losses_L, grad_hidden_LD;
};

// Logits, log-softmax and autograd in fp64, on the same operands.
Reference reference(const at::Tensor& hidden_LD, const at::Tensor& head_VD, const at::Tensor& label_ids, double scale) {
  at::Tensor hidden = hidden_LD.to(at::kDouble).detach().requires_grad_();
  const at::Tensor log_p = at::log_softmax(at::mm(hidden, head_VD.to(at::kDouble).t()), 1);
  const at::Tensor losses = -log_p.gather(1, label_ids.to(at::kLong).unsqueeze(1)).squeeze(1);
  (losses.sum() * scale).backward();
  return {losses.detach(), hidden.grad()};
}

}   // namespace

class CrossEntropyTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { at::set_num_threads(1); }   // small operands; the thread tests set their own

  void equals_log_softmax_and_autograd_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("isa");
    QTest::addColumn<int>("labels");
    QTest::addColumn<int>("vocabulary");
    QTest::addColumn<int>("chunk");
    const struct {
      int labels, vocabulary, chunk;
    } shapes[] = {{1, 1, 0}, {3, 17, 0}, {5, 64, 2}, {20, 1003, 7}, {16, 4096, 16}, {9, 33, 100}};
    for (CpuIsa isa : available_cpu_isas()) {
      for (auto type : {at::kBFloat16, at::kFloat, at::kDouble}) {
        for (const auto& s : shapes) {
          QTest::addRow("%s %s, %d labels, vocabulary %d, chunk %d", std::string(name_of(isa)).c_str(), text_of(type),
                        s.labels, s.vocabulary, s.chunk)
              << int(type) << int(isa) << s.labels << s.vocabulary << s.chunk;
        }
      }
    }
  }
  void equals_log_softmax_and_autograd() {
    QFETCH(int, type);
    QFETCH(int, isa);
    QFETCH(int, labels);
    QFETCH(int, vocabulary);
    QFETCH(int, chunk);
    const CpuIsaLimit limit{CpuIsa(isa)};
    const auto dtype = at::ScalarType(type);
    Cases cases(1);
    const at::Tensor hidden = cases.normal({labels, 24}, dtype), head = cases.normal({vocabulary, 24}, dtype, 0.7);
    const at::Tensor ids = cases.below(vocabulary, labels);
    const HeadLoss found = head_cross_entropy(hidden, head, ids, {true, true, 0.25, chunk});
    const Reference expected = reference(hidden, head, ids, 0.25);
    // bf16 logits of magnitude up to 2^4 are off by up to 2^-5, and so is a loss; a gradient's entry sums such errors.
    const double bound = dtype == at::kBFloat16 ? 0x1p-5 : dtype == at::kFloat ? 2e-6 : 1e-13;
    QVERIFY2(relative_error(found.losses_L, expected.losses_L) < bound,
             qPrintable(QString::number(relative_error(found.losses_L, expected.losses_L))));
    QVERIFY2(relative_error(found.grad_hidden_LD, expected.grad_hidden_LD) < bound,
             qPrintable(QString::number(relative_error(found.grad_hidden_LD, expected.grad_hidden_LD))));
    QCOMPARE(found.grad_hidden_LD.scalar_type(), dtype);
    QVERIFY(std::abs(found.loss_sum() - found.losses_L.to(at::kDouble).sum().item<double>()) < 1e-9 * labels);
  }

  void every_instruction_set_equals_the_portable_one() {
    Cases cases(2);
    for (auto type : {at::kBFloat16, at::kFloat, at::kDouble}) {
      const at::Tensor hidden = cases.normal({40, 64}, type), head = cases.normal({5003, 64}, type);
      const at::Tensor ids = cases.below(5003, 40);
      HeadLoss portable;
      for (CpuIsa isa : available_cpu_isas()) {
        const CpuIsaLimit limit(isa);
        const HeadLoss found = head_cross_entropy(hidden, head, ids, {true, true, 1.0 / 40, 0});
        if (isa == CpuIsa::Portable) portable = found;
        QVERIFY(relative_error(found.losses_L, portable.losses_L) < 1e-6);
        // Two roundings of a gradient to bf16 may differ by one unit in the last place.
        QVERIFY(relative_error(found.grad_hidden_LD, portable.grad_hidden_LD) < 2 * roundoff(type) + 1e-6);
      }
    }
  }

  void the_gradient_is_the_slope_of_the_loss() {
    Cases cases(3);
    at::Tensor hidden = cases.normal({4, 6});
    const at::Tensor head = cases.normal({11, 6}), ids = cases.below(11, 4);
    const auto loss = [&] { return 0.5 * head_cross_entropy(hidden, head, ids, {}).loss_sum(); };
    const HeadLoss found = head_cross_entropy(hidden, head, ids, {false, true, 0.5, 3});
    QVERIFY(relative_error(found.grad_hidden_LD, numerical_gradient(hidden, loss)) < 1e-8);
    QVERIFY(!found.losses_L.defined());
  }

  void a_soft_cap_bends_the_logits_and_the_gradient_follows() {
    Cases cases(8);
    at::Tensor hidden = cases.normal({7, 5});
    const at::Tensor head = cases.normal({11, 5}), ids = cases.below(11, 7);
    const HeadLossOptions options{.with_gradient = true, .gradient_scale = 0.5, .chunk_labels = 3, .soft_cap = 1.3};
    const auto loss = [&] { return 0.5 * head_cross_entropy(hidden, head, ids, options).loss_sum(); };
    const HeadLoss found = head_cross_entropy(hidden, head, ids, options);
    QVERIFY(relative_error(found.grad_hidden_LD, numerical_gradient(hidden, loss)) < 1e-8);
    at::Tensor logits = at::mm(hidden, head.t());
    soft_cap_(logits, 1.3);
    const at::Tensor log_p = at::log_softmax(logits, 1).gather(1, ids.to(at::kLong).unsqueeze(1));
    QVERIFY(std::abs(found.loss_sum() + log_p.sum().item<double>()) < 1e-10);
  }

  void large_and_equal_logits_stay_finite() {
    for (CpuIsa isa : available_cpu_isas()) {
      const CpuIsaLimit limit(isa);
      for (auto type : {at::kBFloat16, at::kFloat}) {
        const at::Tensor hidden = at::empty({2, 1}, at::TensorOptions(type));
        hidden[0].fill_(1e4);
        hidden[1].fill_(0);
        at::Tensor head = at::empty({70, 1}, at::TensorOptions(type));
        head.fill_(-1e3);
        head[5].fill_(1e3);
        const HeadLoss found = head_cross_entropy(hidden, head, Cases::int32s({5, 5}), {true, true, 1, 0});
        QVERIFY(std::abs(found.losses_L[0].item<double>()) < 1e-6);
        QVERIFY(std::abs(found.losses_L[1].item<double>() - std::log(70.0)) < 1e-5);
        QVERIFY(found.grad_hidden_LD.isfinite().all().item<bool>());
      }
    }
  }

  void a_nan_in_the_hidden_state_reaches_the_loss() {
    for (CpuIsa isa : available_cpu_isas()) {
      const CpuIsaLimit limit(isa);
      for (auto type : {at::kBFloat16, at::kFloat}) {
        at::Tensor hidden = Cases(4).normal({2, 8}, type);
        hidden[1][3] = NAN;
        const HeadLoss found = head_cross_entropy(hidden, Cases(5).normal({50, 8}, type), Cases::int32s({1, 2}), {});
        QVERIFY(std::isnan(found.loss_sum()));
      }
    }
  }

  void a_run_repeats_byte_for_byte() {
    Cases cases(6);
    const at::Tensor hidden = cases.normal({60, 32}, at::kBFloat16), head = cases.normal({999, 32}, at::kBFloat16);
    const at::Tensor ids = cases.below(999, 60);
    at_one_and_two_threads([&](int) {
      const HeadLoss first = head_cross_entropy(hidden, head, ids, {true, true, 1, 16});
      const HeadLoss again = head_cross_entropy(hidden, head, ids, {true, true, 1, 16});
      QVERIFY(same_bytes(first.grad_hidden_LD, again.grad_hidden_LD));
      QCOMPARE(first.loss_sum(), again.loss_sum());
    });
  }

  void no_labels_give_no_loss() {
    Cases cases(7);
    const at::Tensor head = cases.normal({9, 4}, at::kFloat);
    const HeadLoss found = head_cross_entropy(cases.normal({0, 4}, at::kFloat), head, Cases::int32s({}), {true, true});
    QCOMPARE(found.loss_sum(), 0.0);
    QCOMPARE(found.grad_hidden_LD.numel(), std::int64_t{0});
  }

  void a_label_outside_the_vocabulary_is_refused() {
    Cases cases(8);
    const at::Tensor hidden = cases.normal({1, 4}, at::kFloat), head = cases.normal({9, 4}, at::kFloat);
    QVERIFY_EXCEPTION_THROWN(head_cross_entropy(hidden, head, Cases::int32s({9}), {}), InvariantError);
    QVERIFY_EXCEPTION_THROWN(head_cross_entropy(hidden, head, Cases::int32s({-1}), {}), InvariantError);
  }
};

QTEST_GUILESS_MAIN(CrossEntropyTest)
#include "cross_entropy_test.moc"
