// The bound on how much of a selection an error can change: it holds for random and for the worst errors.
#include <QtTest>

#include <cmath>
#include <limits>

#include <ATen/ops/empty.h>

#include "core/base/seed.h"
#include "core/kernels/top_k.h"
#include "core/selection/overlap_bound.h"
#include "core/selection/sparse_mask.h"

using namespace lift;

namespace {

at::Tensor normal(std::int64_t rows, std::int64_t columns, std::uint64_t seed) {
  at::Tensor values = at::empty({rows, columns}, at::TensorOptions().dtype(at::kDouble));
  RandomStream random(seed);
  double* data = values.mutable_data_ptr<double>();
  for (std::int64_t i = 0; i < values.numel(); ++i) data[i] = random.normal();
  return values;
}

double share_kept(const SparsePattern& before, const at::Tensor& score) {
  return double(shared_entries(before, top_k_by_magnitude(score, before.entries()))) / double(before.entries());
}

}   // namespace

class OverlapBoundTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void white_noise_of_that_norm_loses_what_is_expected_and_less_than_guaranteed() {
    const at::Tensor score = normal(300, 400, 1);
    const SparsePattern selected = top_k_by_magnitude(score, 6000);
    for (double relative : {1e-4, 1e-3, 1e-2}) {
      const double error = relative * score.norm().item().toDouble();
      const at::Tensor noise = normal(300, 400, 2);
      const double kept = share_kept(selected, score.add(noise.mul(error / noise.norm().item().toDouble())));
      const OverlapBound bound = overlap_bound(score, selected, error);
      QVERIFY(kept >= bound.guaranteed);
      QVERIFY(std::abs((1 - kept) - (1 - bound.expected)) <= 0.25 * (1 - bound.expected) + 3e-4);
      QVERIFY(bound.expected >= bound.guaranteed);
    }
  }
  void the_guarantee_is_met_by_the_worst_error_and_not_by_more() {
    // Magnitudes 1, 2, ..., 1000; the 500 largest are selected. Swapping the nearest m on either side costs, for each
    // of the m pairs, a distance of m: m^3 / 2 in squared norm (threshold at the lowest selected one).
    at::Tensor score = at::empty({10, 100}, at::TensorOptions().dtype(at::kDouble));
    for (std::int64_t i = 0; i < 1000; ++i) score.mutable_data_ptr<double>()[i] = double(i + 1);
    const SparsePattern selected = top_k_by_magnitude(score, 500);
    for (int m : {1, 3, 10, 40}) {
      const double worst = std::sqrt(m * double(m) * m / 2);
      QCOMPARE(overlap_bound(score, selected, worst * 1.0001).guaranteed, 1 - m / 500.0);
      QCOMPARE(overlap_bound(score, selected, worst * 0.9999).guaranteed, 1 - (m - 1) / 500.0);
    }
  }
  void no_error_keeps_everything_and_an_unknown_one_nothing() {
    const at::Tensor score = normal(20, 20, 3);
    const SparsePattern selected = top_k_by_magnitude(score, 50);
    QCOMPARE(overlap_bound(score, selected, 0).guaranteed, 1.0);
    QCOMPARE(overlap_bound(score, selected, std::numeric_limits<double>::infinity()).guaranteed, 0.0);
    QCOMPARE(overlap_bound(score, full_pattern(20, 20), 5).guaranteed, 1.0);
    QVERIFY(overlap_bound(score, selected, 1e6).guaranteed <= 0.0);
  }
  void ties_at_the_threshold_are_not_guaranteed() {
    const at::Tensor score = at::empty({10, 10}).fill_(1.0);
    QCOMPARE(overlap_bound(score, top_k_by_magnitude(score, 50), 1e-6).guaranteed, 0.0);
  }
};

QTEST_GUILESS_MAIN(OverlapBoundTest)
#include "overlap_bound_test.moc"
