// The fused AdamW pass against its formula in fp64, entry by entry; and the sum of squares.
#include <QtTest>

#include <cmath>
#include <limits>

#include <ATen/Parallel.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/zeros.h>

#include "core/base/seed.h"
#include "core/kernels/sampled/sparse_adamw.h"
#include "core/kernels/top_k.h"

using namespace lift;

namespace {

at::Tensor normal(at::IntArrayRef shape, std::uint64_t seed, double scale = 1) {
  at::Tensor values = at::empty(shape, at::TensorOptions().dtype(at::kDouble));
  RandomStream random(seed);
  for (std::int64_t i = 0; i < values.numel(); ++i) values.mutable_data_ptr<double>()[i] = random.normal() * scale;
  return values;
}

// One matrix with its optimizer state, all values fp64 or rounded to what the weight's dtype asks for.
struct Case {
  SparsePattern pattern;
  at::Tensor weight, grad, master, exp_avg, exp_avg_sq, generation, bias_correction;

  explicit Case(at::ScalarType type) {
    const at::ScalarType compute = type == at::kDouble ? at::kDouble : at::kFloat;
    const at::Tensor dense = normal({23, 41}, 1, 0.02);
    pattern = top_k_by_magnitude(dense, 311);
    weight = dense.to(type);
    const std::int64_t k = pattern.entries();
    grad = normal({k}, 2).to(compute);
    master = normal({k}, 3, 0.02).to(compute);
    exp_avg = normal({k}, 4, 0.1).to(compute);
    exp_avg_sq = normal({k}, 5, 0.1).square().to(compute);
    generation = at::zeros({k}, at::TensorOptions().dtype(at::kShort));
    for (std::int64_t e = 0; e < k; ++e)
      generation.mutable_data_ptr<std::int16_t>()[e] = static_cast<std::int16_t>(e % 2);
    bias_correction = at::empty({2, 2}, at::TensorOptions().dtype(at::kDouble));
    double* corrections = bias_correction.mutable_data_ptr<double>();
    corrections[0] = 0.5, corrections[1] = 0.04;    // an old generation
    corrections[2] = 0.1, corrections[3] = 0.001;   // a new one
  }
};

const AdamWStep kStep{3e-3, 0.9, 0.999, 1e-8, 0.1, 0.7};

}   // namespace

class SparseAdamWKernelTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_step_follows_the_formula_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("fp64") << static_cast<int>(at::kDouble) << 2e-15;
    QTest::newRow("fp32") << static_cast<int>(at::kFloat) << 1e-6;
    QTest::newRow("bf16") << static_cast<int>(at::kBFloat16) << 1e-6;
  }
  void a_step_follows_the_formula() {
    QFETCH(int, type);
    QFETCH(double, tolerance);
    Case c(static_cast<at::ScalarType>(type));
    const auto before = [](const at::Tensor& values) { return values.to(at::kDouble).clone(); };
    const at::Tensor grad = before(c.grad), master = before(c.master), exp_avg = before(c.exp_avg),
                     exp_avg_sq = before(c.exp_avg_sq);
    const at::Tensor untouched = c.weight.clone();
    sparse_adamw_step(kStep, c.grad, c.generation, c.bias_correction, c.master, c.exp_avg, c.exp_avg_sq, c.pattern,
                      c.weight);
    at::Tensor expected_weight = untouched.clone();
    const auto* offsets = c.pattern.row_offsets.const_data_ptr<std::int32_t>();
    const auto* columns = c.pattern.columns.const_data_ptr<std::int32_t>();
    for (std::int64_t row = 0; row < c.pattern.rows; ++row) {
      for (std::int32_t e = offsets[row]; e < offsets[row + 1]; ++e) {
        const double g = grad[e].item().toDouble() * kStep.gradient_scale;
        const double m = kStep.beta1 * exp_avg[e].item().toDouble() + (1 - kStep.beta1) * g;
        const double v = kStep.beta2 * exp_avg_sq[e].item().toDouble() + (1 - kStep.beta2) * g * g;
        const at::Tensor correction = c.bias_correction[e % 2];
        QVERIFY(std::abs(c.exp_avg[e].item().toDouble() - m) <= tolerance * (std::abs(m) + std::abs(g)));
        QVERIFY(std::abs(c.exp_avg_sq[e].item().toDouble() - v) <= tolerance * v);
        // From the moments as stored: a first moment that cancels has its own tolerance above.
        const double m_hat = c.exp_avg[e].item().toDouble() / correction[0].item().toDouble();
        const double v_hat = c.exp_avg_sq[e].item().toDouble() / correction[1].item().toDouble();
        const double decayed = master[e].item().toDouble() * (1 - kStep.learning_rate * kStep.weight_decay);
        const double update = kStep.learning_rate * m_hat / (std::sqrt(v_hat) + kStep.eps);
        // Tolerances are relative to the terms that are added, not to a sum that may cancel.
        QVERIFY(std::abs(c.master[e].item().toDouble() - (decayed - update)) <=
                tolerance * (std::abs(decayed) + std::abs(update)));
        // ATen rounds to nearest even too: the weight is the master's nearest neighbour, bit for bit.
        expected_weight[row][columns[e]].copy_(c.master[e].to(c.weight.scalar_type()));
      }
    }
    QVERIFY(c.weight.equal(expected_weight));
  }
  void the_result_does_not_depend_on_the_thread_count() {
    Case one(at::kBFloat16), four(at::kBFloat16);
    const int before = at::get_num_threads();
    for (auto [threads, c] : {std::pair{1, &one}, {4, &four}}) {
      at::set_num_threads(threads);
      for (int step = 0; step < 3; ++step)
        sparse_adamw_step(kStep, c->grad, c->generation, c->bias_correction, c->master, c->exp_avg, c->exp_avg_sq,
                          c->pattern, c->weight);
    }
    at::set_num_threads(before);
    QVERIFY(one.weight.equal(four.weight));
    QVERIFY(one.master.equal(four.master));
  }
  void a_sum_of_squares_is_exact_to_fp64_and_the_same_for_any_thread_count() {
    const at::Tensor values = normal({100'003}, 9).to(at::kFloat);
    const double expected = values.to(at::kDouble).square().sum().item().toDouble();
    const int before = at::get_num_threads();
    at::set_num_threads(1);
    const double one = sum_of_squares(values);
    at::set_num_threads(3);
    const double three = sum_of_squares(values);
    at::set_num_threads(before);
    QCOMPARE(one, three);
    QVERIFY(std::abs(one - expected) <= 1e-12 * expected);
    QCOMPARE(sum_of_squares(at::empty({0})), 0.0);
  }
  void a_sum_of_squares_shows_nan_and_infinity() {
    at::Tensor values = at::ones({50'000});
    values[49'999] = std::numeric_limits<float>::infinity();
    QVERIFY(std::isinf(sum_of_squares(values)));
    values[3] = std::numeric_limits<float>::quiet_NaN();
    QVERIFY(std::isnan(sum_of_squares(values)));
    // Squares beyond fp32 are no overflow.
    QCOMPARE(sum_of_squares(at::full({4}, 1e30)), 4 * double(1e30f) * double(1e30f));
  }
};

QTEST_GUILESS_MAIN(SparseAdamWKernelTest)
#include "sparse_adamw_kernel_test.moc"
