// Every way to W_r against the exact SVD in fp64: the result, the bound on its error, the fallbacks.
#include <QtTest>

#include <cmath>
#include <functional>
#include <limits>

#include <ATen/Parallel.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/linalg_qr.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/zeros.h>

#include "core/base/seed.h"
#include "core/spectra/exact_svd.h"
#include "core/spectra/low_rank.h"
#include "core/spectra/residual_bound.h"
#include "tests/support/tensors/demo_weights.h"

using namespace lift;

namespace {

at::Tensor normal(std::int64_t rows, std::int64_t columns, std::uint64_t seed) {
  at::Tensor values = at::empty({rows, columns}, at::TensorOptions().dtype(at::kDouble));
  RandomStream random(seed);
  double* data = values.mutable_data_ptr<double>();
  for (std::int64_t i = 0; i < values.numel(); ++i) data[i] = random.normal();
  return values;
}

// A matrix with given singular values.
at::Tensor with_spectrum(std::int64_t rows, std::int64_t columns, const std::function<double(std::int64_t)>& value) {
  const std::int64_t size = std::min(rows, columns);
  at::Tensor left = std::get<0>(at::linalg_qr(normal(rows, size, 1)));
  for (std::int64_t i = 0; i < size; ++i) left.select(1, i).mul_(value(i));
  return at::mm(left, std::get<0>(at::linalg_qr(normal(columns, size, 2))).t());
}

at::Tensor exact_low_rank(const at::Tensor& weight, std::int64_t rank) {
  const ExactSvd svd = exact_svd(weight, at::kDouble).value();
  return at::mm(svd.left.narrow(1, 0, rank).mul(svd.singular_values.narrow(0, 0, rank)), svd.right.narrow(0, 0, rank));
}

double norm(const at::Tensor& values) { return values.to(at::kDouble).norm().item().toDouble(); }

LowRankResult approximate(const at::Tensor& weight, std::int64_t rank, LowRankMethod method) {
  LowRankOptions options;
  options.method = method;
  return low_rank_approximation(weight, rank, options).value();
}

// A slowly falling spectrum, as real projections have: a few strong directions on a long flat tail.
double realistic(std::int64_t i) { return 5.0 / (1.0 + 0.15 * static_cast<double>(i)) + 1; }

}   // namespace

class LowRankTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void every_method_finds_the_best_approximation_and_bounds_its_error_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<bool>("wide");
    for (auto [rows, columns] : {std::pair{300, 170}, {170, 300}, {200, 200}})
      for (bool wide : {false, true})
        QTest::addRow("%d x %d, %s", rows, columns, wide ? "fp64" : "fp32") << rows << columns << wide;
  }
  void every_method_finds_the_best_approximation_and_bounds_its_error() {
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(bool, wide);
    const at::Tensor weight = with_spectrum(rows, columns, realistic).to(wide ? at::kDouble : at::kFloat);
    const at::Tensor expected = exact_low_rank(weight, 8);
    for (LowRankMethod method : {LowRankMethod::Exact, LowRankMethod::Gram, LowRankMethod::Subspace}) {
      const LowRankResult result = approximate(weight, 8, method);
      QVERIFY(result.method == method);
      QVERIFY(!result.fell_back);
      const double error = norm(result.approximation_MN.to(at::kDouble).sub(expected));
      QVERIFY(error <= 2e-4 * norm(expected));
      if (method != LowRankMethod::Exact) {
        QVERIFY2(error <= result.error_bound, name_of(method).data());
        QVERIFY(result.error_bound <= 2e-4 * norm(expected));
      }
      for (std::int64_t i = 0; i < 8; ++i)
        QVERIFY(std::abs(result.singular_values[i].item().toDouble() - realistic(i)) < 1e-5);
      QVERIFY(std::abs(result.total_energy - norm(weight) * norm(weight)) <= 1e-9 * result.total_energy);
    }
  }
  void the_bound_holds_on_real_weights_of_every_projection() {
    const test::DemoWeights demo;
    for (Projection projection : every_projection()) {
      const at::Tensor weight = demo.matrix({3, projection});
      const at::Tensor expected = exact_low_rank(weight, 16);
      for (LowRankMethod method : {LowRankMethod::Gram, LowRankMethod::Subspace}) {
        const LowRankResult result = approximate(weight, 16, method);
        const double error = norm(result.approximation_MN.to(at::kDouble).sub(expected));
        QVERIFY2(error <= result.error_bound, std::string(name_of(projection)).c_str());
        QVERIFY2(result.error_bound <= 1e-3 * norm(expected), std::string(name_of(projection)).c_str());
      }
    }
  }
  void without_a_gap_subspace_gives_up_and_the_bound_says_so() {
    // The 8th and 9th singular values are equal: no method can know which direction belongs to W_r.
    const at::Tensor weight =
        with_spectrum(120, 100, [](std::int64_t i) { return i < 9 ? 2.0 : 1.0 / (1.0 + double(i)); });
    LowRankOptions options;
    options.method = LowRankMethod::Subspace;
    options.maximum_sweeps = 12;
    const LowRankResult result = low_rank_approximation(weight, 8, options).value();
    QVERIFY(result.fell_back);
    QVERIFY(result.method == LowRankMethod::Gram);
    QVERIFY(result.error_bound > 1);
  }
  void an_exactly_low_rank_matrix_is_its_own_approximation() {
    const at::Tensor weight = at::mm(normal(150, 3, 5), normal(3, 130, 6));
    for (LowRankMethod method :
         {LowRankMethod::Exact, LowRankMethod::Gram, LowRankMethod::Subspace, LowRankMethod::Auto}) {
      const LowRankResult result = approximate(weight, 8, method);
      const double error = norm(result.approximation_MN.sub(weight));
      QVERIFY(error <= 1e-5 * norm(weight));
      QVERIFY(method == LowRankMethod::Exact || error <= result.error_bound);
    }
  }
  void the_full_rank_gives_the_matrix_back() {
    const at::Tensor weight = normal(20, 12, 7);
    for (LowRankMethod method :
         {LowRankMethod::Exact, LowRankMethod::Gram, LowRankMethod::Subspace, LowRankMethod::Auto})
      QVERIFY(norm(approximate(weight, 12, method).approximation_MN.sub(weight)) <= 1e-9 * norm(weight));
  }
  void a_zero_matrix_gives_zeros() {
    const LowRankResult result = approximate(at::zeros({90, 80}), 4, LowRankMethod::Auto);
    QCOMPARE(norm(result.approximation_MN), 0.0);
    QCOMPARE(result.singular_values.numel(), std::int64_t(4));
    QCOMPARE(result.error_bound, 0.0);
  }
  void the_scale_of_the_weights_does_not_matter() {
    const at::Tensor weight = with_spectrum(200, 180, realistic);
    for (double scale : {1e-8, 1e8}) {
      const at::Tensor scaled = weight.mul(scale).to(at::kFloat);
      const LowRankResult result = approximate(scaled, 8, LowRankMethod::Subspace);
      QVERIFY(!result.fell_back);
      QVERIFY(norm(result.approximation_MN.to(at::kDouble).sub(exact_low_rank(scaled, 8))) <= 1e-4 * norm(scaled));
    }
  }
  void a_warm_start_needs_fewer_sweeps_and_gives_the_same_within_the_bound() {
    const at::Tensor weight = with_spectrum(300, 250, realistic).to(at::kFloat);
    LowRankOptions options;
    options.method = LowRankMethod::Subspace;
    LowRankWorkspace workspace;
    const LowRankResult cold = low_rank_approximation(weight, 8, options, &workspace).value();
    const at::Tensor moved = weight.add(normal(300, 250, 8).to(at::kFloat), 1e-5);
    const LowRankResult warm = low_rank_approximation(moved, 8, options, &workspace).value();
    QVERIFY(warm.sweeps < cold.sweeps);
    QVERIFY(norm(warm.approximation_MN.to(at::kDouble).sub(exact_low_rank(moved, 8))) <= warm.error_bound);
  }
  void one_workspace_serves_matrices_of_every_shape_and_changes_no_byte() {
    LowRankWorkspace workspace;
    for (const at::ScalarType type : {at::kBFloat16, at::kFloat, at::kDouble}) {
      for (const auto& [rows, columns] : {std::pair{120, 300}, {300, 120}, {130, 130}, {400, 350}, {60, 90}}) {
        const at::Tensor weight = with_spectrum(rows, columns, realistic).to(type);
        workspace.warm_basis.reset();
        const LowRankResult with = low_rank_approximation(weight, 4, {}, &workspace).value();
        const LowRankResult without = low_rank_approximation(weight, 4).value();
        QVERIFY(with.approximation_MN.equal(without.approximation_MN) && with.approximation_MN.is_contiguous());
        QCOMPARE(with.error_bound, without.error_bound);
      }
    }
  }
  void the_result_is_the_same_byte_for_byte_at_any_thread_count() {
    const test::DemoWeights demo;
    const int before = at::get_num_threads();
    for (Projection projection : {Projection::K, Projection::Q, Projection::Gate, Projection::Down}) {
      const at::Tensor weight = demo.matrix({7, projection});
      at::set_num_threads(1);
      const LowRankResult one = approximate(weight, 16, LowRankMethod::Subspace);
      at::set_num_threads(2);
      const LowRankResult two = approximate(weight, 16, LowRankMethod::Subspace);
      at::set_num_threads(before);
      QVERIFY2(one.approximation_MN.equal(two.approximation_MN), std::string(name_of(projection)).c_str());
    }
  }
  void the_bound_s_formula_is_infinite_without_a_gap_and_falls_with_the_residuals() {
    const double theta[2] = {4, 2};
    const double small[2] = {1e-6, 1e-6}, large[2] = {1e-3, 1e-3}, huge[2] = {2, 2};
    QVERIFY(std::isinf(low_rank_error_bound(theta, small, 2, 2.0)));
    QVERIFY(std::isinf(low_rank_error_bound(theta, huge, 2, 1.0)));
    QVERIFY(low_rank_error_bound(theta, small, 2, 1.0) < 1e-5);
    QVERIFY(low_rank_error_bound(theta, large, 2, 1.0) > low_rank_error_bound(theta, small, 2, 1.0));
    const double none[2] = {0, 0};
    QCOMPARE(low_rank_error_bound(theta, none, 2, 1.0), 0.0);
  }
  void a_rank_outside_the_matrix_is_refused_with_its_size() {
    for (std::int64_t rank : {0, 6}) {
      const auto result = low_rank_approximation(normal(5, 9, 1), rank);
      QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
      QVERIFY(result.error().message.text().find("5 x 9") != std::string::npos);
    }
  }
  void nan_is_refused() {
    at::Tensor weight = normal(5, 9, 1);
    weight[2][3] = std::nan("");
    for (LowRankMethod method : {LowRankMethod::Exact, LowRankMethod::Gram}) {
      LowRankOptions options;
      options.method = method;
      QCOMPARE(low_rank_approximation(weight, 2, options).error().code, ErrorCode::NonFinite);
    }
  }
  void methods_have_names() {
    for (const char* name : {"auto", "exact", "gram", "subspace"})
      QCOMPARE(std::string(name_of(parse_low_rank_method(name).value())), std::string(name));
    QVERIFY(!parse_low_rank_method("svd").ok());
  }
};

QTEST_GUILESS_MAIN(LowRankTest)
#include "low_rank_test.moc"
