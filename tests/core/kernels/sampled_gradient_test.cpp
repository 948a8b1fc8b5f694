#include "core/kernels/sampled/sampled_gradient.h"

#include <QtTest>

#include <ATen/ops/mm.h>
#include <ATen/ops/zeros.h>

#include "tests/core/kernels/kernel_cases.h"

using namespace lift;
using namespace lift::test;

namespace {

// The definition: the dense gradient in fp64, then the selected entries.
at::Tensor dense_then_gather(const at::Tensor& input_TN, const at::Tensor& grad_output_TM,
                             const SparsePattern& pattern) {
  const at::Tensor dense = at::mm(grad_output_TM.to(at::kDouble).t(), input_TN.to(at::kDouble)).contiguous();
  at::Tensor gathered = at::empty({pattern.entries()}, at::TensorOptions(at::kDouble));
  const std::int32_t* offsets = pattern.row_offsets.data_ptr<std::int32_t>();
  const std::int32_t* columns = pattern.columns.data_ptr<std::int32_t>();
  for (std::int64_t row = 0; row < pattern.rows; ++row) {
    for (std::int32_t e = offsets[row]; e < offsets[row + 1]; ++e) {
      gathered.data_ptr<double>()[e] = dense.data_ptr<double>()[row * pattern.columns_count + columns[e]];
    }
  }
  return gathered;
}

at::Tensor sampled(const at::Tensor& input_TN, const at::Tensor& grad_output_TM, const SparsePattern& pattern) {
  const auto type = input_TN.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
  at::Tensor grad = at::zeros({pattern.entries()}, at::TensorOptions(type));
  accumulate_sampled_gradient(input_TN, grad_output_TM, pattern, grad);
  return grad;
}

}   // namespace

class SampledGradientTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { at::set_num_threads(1); }   // small operands; the thread tests set their own

  void equals_the_dense_gradient_at_the_selected_entries_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("isa");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<double>("density");
    const struct {
      int tokens, rows, columns;
      double density;
    } shapes[] = {{1, 1, 1, 1.0},        {7, 5, 3, 0.5},       {31, 33, 65, 0.2},    {256, 64, 64, 0.05},
                  {300, 192, 576, 0.05}, {515, 100, 200, 1.0}, {1100, 96, 130, 0.6}, {700, 200, 100, 0.01}};
    for (CpuIsa isa : available_cpu_isas()) {
      for (auto type : {at::kBFloat16, at::kFloat, at::kDouble}) {
        for (const auto& s : shapes) {
          QTest::addRow("%s %s tokens %d, %d x %d, %g", std::string(name_of(isa)).c_str(), text_of(type), s.tokens,
                        s.rows, s.columns, s.density)
              << int(type) << int(isa) << s.tokens << s.rows << s.columns << s.density;
        }
      }
    }
  }
  void equals_the_dense_gradient_at_the_selected_entries() {
    QFETCH(int, type);
    QFETCH(int, isa);
    QFETCH(int, tokens);
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(double, density);
    const CpuIsaLimit limit{CpuIsa(isa)};
    Cases cases(1);
    const at::Tensor input = cases.normal({tokens, columns}, at::ScalarType(type));
    const at::Tensor grad_output = cases.normal({tokens, rows}, at::ScalarType(type), 1e-3);
    const SparsePattern pattern = cases.pattern(rows, columns, density, {rows / 2}, {rows / 3});
    // Blocks of rows that are full for the most part are rounded to bf16 once on CPUs that multiply bf16.
    const bool rounded = at::ScalarType(type) == at::kBFloat16 && CpuIsa(isa) == CpuIsa::Avx512Bf16 && density > 0.5;
    const double bound = at::ScalarType(type) == at::kDouble ? 1e-14 : rounded ? roundoff(at::kBFloat16) : 1e-6;
    QVERIFY(relative_error(sampled(input, grad_output, pattern), dense_then_gather(input, grad_output, pattern)) <
            bound);
  }

  void agrees_with_dense_autograd() {
    Cases cases(2);
    const at::Tensor input = cases.normal({40, 24}, at::kFloat);
    at::Tensor weight = cases.normal({16, 24}, at::kFloat).requires_grad_();
    const at::Tensor grad_output = cases.normal({40, 16}, at::kFloat);
    at::mm(input, weight.t()).backward(grad_output);
    const SparsePattern pattern = cases.pattern(16, 24, 0.3);
    at::Tensor expected = at::empty({pattern.entries()}, at::TensorOptions(at::kFloat));
    for (std::int64_t row = 0; row < 16; ++row) {
      const std::int32_t* offsets = pattern.row_offsets.data_ptr<std::int32_t>();
      for (std::int32_t e = offsets[row]; e < offsets[row + 1]; ++e) {
        expected.data_ptr<float>()[e] = weight.grad().data_ptr<float>()[row * 24 + pattern.columns.data_ptr<int>()[e]];
      }
    }
    QVERIFY(relative_error(sampled(input, grad_output, pattern), expected) < 1e-6);
  }

  void is_the_slope_of_the_loss() {
    Cases cases(3);
    const at::Tensor input = cases.normal({9, 6}), readout = cases.normal({9, 4});
    at::Tensor weight = cases.normal({4, 6});
    const auto loss = [&] { return (at::mm(input, weight.t()).tanh() * readout).sum().item<double>(); };
    const at::Tensor y = at::mm(input, weight.t()).tanh();
    const SparsePattern all = cases.pattern(4, 6, 1.0);
    const at::Tensor slope = sampled(input, ((1 - y * y) * readout).contiguous(), all);
    QVERIFY(relative_error(slope.view({4, 6}), numerical_gradient(weight, loss)) < 1e-8);
  }

  void adds_to_what_is_there() {
    Cases cases(4);
    const at::Tensor input = cases.normal({50, 20}, at::kFloat), grad_output = cases.normal({50, 30}, at::kFloat);
    const SparsePattern pattern = cases.pattern(30, 20, 0.2);
    at::Tensor grad = sampled(input, grad_output, pattern);
    const at::Tensor once = grad.clone();
    accumulate_sampled_gradient(input, grad_output, pattern, grad);
    QVERIFY(same_bytes(grad, once * 2));
  }

  void takes_slices_with_a_token_stride() {
    Cases cases(5);
    for (auto type : {at::kBFloat16, at::kFloat}) {
      const at::Tensor fused = cases.normal({70, 90}, type);
      const at::Tensor input = fused.narrow(1, 3, 40), grad_output = fused.narrow(1, 47, 35);
      const SparsePattern pattern = cases.pattern(35, 40, 0.2);
      QVERIFY(same_bytes(sampled(input, grad_output, pattern),
                         sampled(input.contiguous(), grad_output.contiguous(), pattern)));
    }
  }

  void gives_the_same_bytes_at_one_and_two_threads() {
    Cases cases(6);
    for (CpuIsa isa : available_cpu_isas()) {
      const CpuIsaLimit limit(isa);
      for (auto type : {at::kBFloat16, at::kFloat, at::kDouble}) {
        const at::Tensor input = cases.normal({600, 230}, type), grad_output = cases.normal({600, 150}, type);
        SparsePattern pattern = cases.pattern(150, 230, 0.15, {20, 21, 22, 23, 24, 90});
        if (type == at::kBFloat16) pattern = cases.pattern(150, 230, 0.62);   // some blocks crowded, some not
        at::Tensor first;
        at_one_and_two_threads([&](int threads) {
          const at::Tensor grad = sampled(input, grad_output, pattern);
          if (threads == 1) first = grad;
          else QVERIFY2(same_bytes(first, grad), std::string(name_of(isa)).c_str());
        });
      }
    }
  }

  void nothing_selected_and_no_tokens_leave_the_gradient_alone() {
    Cases cases(7);
    const at::Tensor input = cases.normal({10, 8}, at::kFloat), grad_output = cases.normal({10, 8}, at::kFloat);
    QCOMPARE(sampled(input, grad_output, cases.pattern(8, 8, 0.0)).numel(), std::int64_t{0});
    const SparsePattern full = cases.pattern(8, 8, 1.0);
    QVERIFY(sampled(input.narrow(0, 0, 0), grad_output.narrow(0, 0, 0), full).eq(0).all().item<bool>());
  }

  void refuses_operands_that_do_not_fit() {
    Cases cases(8);
    const at::Tensor input = cases.normal({10, 8}, at::kFloat), grad_output = cases.normal({10, 4}, at::kFloat);
    QVERIFY_EXCEPTION_THROWN(sampled(input, grad_output, cases.pattern(8, 8, 0.5)), InvariantError);
    QVERIFY_EXCEPTION_THROWN(sampled(input.to(at::kBFloat16), grad_output, cases.pattern(4, 8, 0.5)), InvariantError);
  }
};

QTEST_GUILESS_MAIN(SampledGradientTest)
#include "sampled_gradient_test.moc"
