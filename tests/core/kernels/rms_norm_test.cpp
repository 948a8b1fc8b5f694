#include "core/kernels/rows/rms_norm.h"

#include <QtTest>

#include <ATen/ops/rsqrt.h>
#include <ATen/ops/zeros.h>

#include "tests/core/kernels/kernel_cases.h"

using namespace lift;
using namespace lift::test;

namespace {

constexpr double kEps = 1e-5;

at::Tensor reference(const at::Tensor& x_TD, const at::Tensor& weight_D) {
  const at::Tensor x = x_TD.to(at::kDouble);
  return x * at::rsqrt((x * x).mean(1, true) + kEps) * weight_D.to(at::kDouble);
}

}   // namespace

class RmsNormTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { at::set_num_threads(1); }   // small operands; the thread tests set their own

  void equals_the_formula_and_autograd_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("isa");
    QTest::addColumn<int>("width");
    for (CpuIsa isa : available_cpu_isas()) {
      for (auto type : {at::kBFloat16, at::kFloat, at::kDouble}) {
        for (int width : {3, 7, 8, 16, 33, 576, 1003}) {
          QTest::addRow("%s %s width %d", std::string(name_of(isa)).c_str(), text_of(type), width)
              << int(type) << int(isa) << width;
        }
      }
    }
  }
  void equals_the_formula_and_autograd() {
    QFETCH(int, type);
    QFETCH(int, isa);
    QFETCH(int, width);
    const CpuIsaLimit limit{CpuIsa(isa)};
    const auto dtype = at::ScalarType(type);
    Cases cases(1);
    const at::Tensor x = cases.normal({5, width}, dtype, 3), weight = cases.normal({width}, dtype);
    const at::Tensor grad_y = cases.normal({5, width}, dtype), before = cases.normal({5, width}, dtype, 0.1);
    at::Tensor rstd, leaf = x.to(at::kDouble).requires_grad_();
    const at::Tensor y = rms_norm(x, weight, kEps, &rstd), expected = reference(leaf, weight);
    expected.backward(grad_y.to(at::kDouble));
    at::Tensor grad_x = before.clone();
    rms_norm_backward(grad_y, x, weight, rstd, grad_x);
    const double bound = dtype == at::kBFloat16 ? roundoff(dtype) : dtype == at::kFloat ? 1e-6 : 1e-14;
    QVERIFY(relative_error(y, expected.detach()) < bound);
    QVERIFY(relative_error(grad_x, before.to(at::kDouble) + leaf.grad()) < bound);
    QVERIFY(relative_error(rstd, at::rsqrt((leaf * leaf).mean(1) + kEps).detach()) <
            (dtype == at::kDouble ? 1e-14 : 1e-6));
  }

  void adding_first_equals_adding_then_norming() {
    Cases cases(2);
    for (CpuIsa isa : available_cpu_isas()) {
      const CpuIsaLimit limit(isa);
      for (auto type : {at::kBFloat16, at::kFloat, at::kDouble}) {
        const at::Tensor x = cases.normal({4, 77}, type), weight = cases.normal({77}, type);
        at::Tensor residual = cases.normal({4, 77}, type), rstd, separate_rstd;
        const at::Tensor sum = residual + x, fused = add_rms_norm(residual, x, weight, kEps, &rstd);
        QVERIFY(same_bytes(residual, sum));
        QVERIFY(same_bytes(fused, rms_norm(sum, weight, kEps, &separate_rstd)));
        QVERIFY(same_bytes(rstd, separate_rstd));
      }
    }
  }

  void the_gradient_is_the_slope() {
    Cases cases(3);
    at::Tensor x = cases.normal({3, 6}), rstd;
    const at::Tensor weight = cases.normal({6}), readout = cases.normal({3, 6});
    const auto loss = [&] { return (rms_norm(x, weight, kEps, nullptr) * readout).sum().item<double>(); };
    rms_norm(x, weight, kEps, &rstd);
    at::Tensor grad_x = at::zeros({3, 6}, x.options());
    rms_norm_backward(readout, x, weight, rstd, grad_x);
    QVERIFY(relative_error(grad_x, numerical_gradient(x, loss)) < 1e-8);
  }

  void gives_the_same_bytes_at_one_and_two_threads() {
    Cases cases(4);
    const at::Tensor x = cases.normal({300, 576}, at::kBFloat16), weight = cases.normal({576}, at::kBFloat16);
    at::Tensor first;
    at_one_and_two_threads([&](int threads) {
      const at::Tensor y = rms_norm(x, weight, kEps, nullptr);
      if (threads == 1) first = y;
      else QVERIFY(same_bytes(first, y));
    });
  }

  void a_nan_stays_in_its_row() {
    for (CpuIsa isa : available_cpu_isas()) {
      const CpuIsaLimit limit(isa);
      for (auto type : {at::kBFloat16, at::kFloat}) {
        at::Tensor x = Cases(5).normal({2, 40}, type);
        x.select(0, 0).select(0, 3).fill_(NAN);
        const at::Tensor y = rms_norm(x, Cases(6).normal({40}, type), kEps, nullptr);
        QVERIFY(y.select(0, 0).isnan().all().item<bool>() && y.select(0, 1).isfinite().all().item<bool>());
      }
    }
  }

  void no_rows_are_no_work() {
    const at::Tensor y = rms_norm(Cases(7).normal({0, 8}), Cases(7).normal({8}), kEps, nullptr);
    QCOMPARE(y.size(0), std::int64_t{0});
  }
};

QTEST_GUILESS_MAIN(RmsNormTest)
#include "rms_norm_test.moc"
