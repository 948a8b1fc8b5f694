#include "core/kernels/rows/swiglu.h"

#include <QtTest>

#include <ATen/ops/empty_like.h>
#include <ATen/ops/silu.h>

#include "tests/core/kernels/kernel_cases.h"

using namespace lift;
using namespace lift::test;

class SwigluTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { at::set_num_threads(1); }   // small operands; the thread tests set their own

  void equals_silu_times_up_and_autograd_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("isa");
    QTest::addColumn<int>("width");
    for (CpuIsa isa : available_cpu_isas()) {
      for (auto type : {at::kBFloat16, at::kFloat, at::kDouble}) {
        for (int width : {1, 8, 15, 32, 100, 1536}) {
          QTest::addRow("%s %s width %d", std::string(name_of(isa)).c_str(), text_of(type), width)
              << int(type) << int(isa) << width;
        }
      }
    }
  }
  void equals_silu_times_up_and_autograd() {
    QFETCH(int, type);
    QFETCH(int, isa);
    QFETCH(int, width);
    const CpuIsaLimit limit{CpuIsa(isa)};
    const auto dtype = at::ScalarType(type);
    Cases cases(1);
    at::Tensor gate = cases.normal({4, width}, dtype, 4), up = cases.normal({4, width}, dtype), hidden;
    const at::Tensor grad = cases.normal({4, width}, dtype);
    at::Tensor gate_leaf = gate.to(at::kDouble).requires_grad_(), up_leaf = up.to(at::kDouble).requires_grad_();
    const at::Tensor expected = at::silu(gate_leaf) * up_leaf;
    expected.backward(grad.to(at::kDouble));
    const at::Tensor forward = swiglu(gate, up);
    swiglu_backward_(grad, gate, up, &hidden);
    const double bound = dtype == at::kBFloat16 ? roundoff(dtype) : dtype == at::kFloat ? 1e-6 : 1e-14;
    QVERIFY(relative_error(forward, expected.detach()) < bound);
    QVERIFY(relative_error(gate, gate_leaf.grad()) < bound);
    QVERIFY(relative_error(up, up_leaf.grad()) < bound);
    QVERIFY(same_bytes(hidden, forward));
  }

  void extreme_gates_saturate() {
    for (CpuIsa isa : available_cpu_isas()) {
      const CpuIsaLimit limit(isa);
      at::Tensor gate = at::empty({1, 20}, at::TensorOptions(at::kFloat)), up = at::empty_like(gate);
      for (double extreme : {-1e30, -200.0, -88.0, 88.0, 200.0, 1e30}) {
        gate.fill_(extreme);
        up.fill_(1);
        const double hidden = swiglu(gate, up).select(1, 19).item<double>();
        if (extreme > 0) QCOMPARE(hidden, gate.select(1, 0).item<double>());
        else if (extreme > -100) QVERIFY(hidden <= 0 && hidden > -1e-30);
        else QVERIFY(hidden <= 0 && hidden >= extreme * 1e-37);
        swiglu_backward_(up.clone(), gate, up, nullptr);
        QVERIFY(gate.isfinite().all().item<bool>() && up.isfinite().all().item<bool>());
      }
    }
  }

  void the_gradients_are_the_slopes() {
    Cases cases(2);
    at::Tensor gate = cases.normal({2, 5}), up = cases.normal({2, 5});
    const at::Tensor readout = cases.normal({2, 5});
    const auto loss = [&] { return (swiglu(gate, up) * readout).sum().item<double>(); };
    const at::Tensor gate_slope = numerical_gradient(gate, loss), up_slope = numerical_gradient(up, loss);
    swiglu_backward_(readout, gate, up, nullptr);
    QVERIFY(relative_error(gate, gate_slope) < 1e-8);
    QVERIFY(relative_error(up, up_slope) < 1e-8);
  }

  void takes_halves_of_a_fused_projection() {
    for (auto type : {at::kBFloat16, at::kFloat}) {
      const at::Tensor fused = Cases(3).normal({6, 90}, type);
      QVERIFY(same_bytes(swiglu(fused.narrow(1, 0, 45), fused.narrow(1, 45, 45)),
                         swiglu(fused.narrow(1, 0, 45).contiguous(), fused.narrow(1, 45, 45).contiguous())));
    }
  }

  void gives_the_same_bytes_at_one_and_two_threads() {
    Cases cases(4);
    const at::Tensor gate = cases.normal({200, 300}, at::kBFloat16), up = cases.normal({200, 300}, at::kBFloat16);
    at::Tensor first;
    at_one_and_two_threads([&](int threads) {
      const at::Tensor hidden = swiglu(gate, up);
      if (threads == 1) first = hidden;
      else QVERIFY(same_bytes(first, hidden));
    });
  }
};

QTEST_GUILESS_MAIN(SwigluTest)
#include "swiglu_test.moc"
