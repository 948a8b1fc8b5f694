// The diagnosis of a change against values worked out by hand.
#include <cmath>
#include <limits>

#include <QtTest>

#include <ATen/ops/zeros.h>

#include "core/spectra/diagnose_change.h"

using namespace lift;

namespace {

at::Tensor diagonal(std::vector<float> values) {
  at::Tensor matrix = at::zeros({static_cast<std::int64_t>(values.size()), static_cast<std::int64_t>(values.size())});
  for (std::size_t i = 0; i < values.size(); ++i)
    matrix[static_cast<std::int64_t>(i)][static_cast<std::int64_t>(i)] = values[i];
  return matrix;
}

ChangeDiagnosis diagnosed(const at::Tensor& base, const at::Tensor& tuned, std::int64_t strongest) {
  return diagnose_change("m", base, tuned, strongest).value();
}

}   // namespace

class DiagnoseChangeTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void nothing_changed() {
    const at::Tensor base = diagonal({4, 3, 2, 1});
    const ChangeDiagnosis d = diagnosed(base, base.clone(), 2);
    QCOMPARE(d.moved, std::int64_t{0});
    QCOMPARE(d.alignment, 1.0);
    QCOMPARE(d.intruders, std::int64_t{0});
  }

  void a_change_of_one_direction_has_rank_one() {
    const at::Tensor base = diagonal({4, 3, 2, 1});
    at::Tensor tuned = base.clone();
    tuned[0][0] = 5;
    const ChangeDiagnosis d = diagnosed(base, tuned, 2);
    QCOMPARE(d.moved, std::int64_t{1});
    QCOMPARE(d.rank, std::int64_t{1});
    QVERIFY(std::abs(d.stable_rank - 1) < 1e-6);
    QVERIFY(std::abs(d.relative_change - 1 / std::sqrt(30.0)) < 1e-6);
    QVERIFY(std::abs(d.alignment - 1) < 1e-6);   // a direction grew, none turned
    QCOMPARE(d.among_largest, 1.0);
  }

  void a_strong_direction_that_another_takes_the_place_of() {
    const at::Tensor base = diagonal({4, 3, 2, 1});
    at::Tensor tuned = base.clone();
    tuned[3][3] = 9;   // the weakest becomes the strongest: the two strongest share one direction with the base's
    const ChangeDiagnosis d = diagnosed(base, tuned, 2);
    QVERIFY(std::abs(d.alignment - 0.5) < 1e-6);
    QCOMPARE(d.intruders, std::int64_t{0});   // but the base has it: no intruder
    QCOMPARE(d.among_largest, 0.0);
  }

  void a_direction_between_all_of_the_bases_is_an_intruder() {
    const at::Tensor base = diagonal({4, 3, 2, 1});
    const at::Tensor all = at::zeros({4, 4}).add_(10);   // cosine 0.5 with each of the base's four
    const ChangeDiagnosis d = diagnosed(base, base.add(all), 1);
    QCOMPARE(d.intruders, std::int64_t{1});
    QCOMPARE(d.compared, std::int64_t{1});
    QCOMPARE(d.rank, std::int64_t{1});
  }

  void of_bf16_only_what_moved_counts() {
    const at::Tensor base = diagonal({4, 3, 2, 1}).to(at::kBFloat16);
    at::Tensor tuned =
        base.to(at::kFloat).add(1e-4).to(at::kBFloat16);   // lost in the rounding where weights are large
    QVERIFY(diagnosed(base, tuned, 4).moved == 12);
  }

  void more_directions_than_there_are_and_a_matrix_that_is_no_number() {
    const at::Tensor base = diagonal({2, 1});
    QCOMPARE(diagnosed(base, base.mul(2), 10).compared, std::int64_t{2});
    at::Tensor broken = base.clone();
    broken[0][1] = std::numeric_limits<float>::quiet_NaN();
    QVERIFY(!diagnose_change("m", base, broken, 2).ok());
  }
};

QTEST_APPLESS_MAIN(DiagnoseChangeTest)
#include "diagnose_change_test.moc"
