// Figures over seeds against values worked out by hand.
#include <QtTest>

#include "core/duel/duel_statistics.h"

using namespace lift;

class DuelStatisticsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_mean_has_students_interval() {
    const std::vector<double> values{1, 2, 3};
    const auto spread = spread_of(values);   // deviation 1: 4.303 / sqrt(3)
    QCOMPARE(spread->mean, 2.0);
    QVERIFY(std::abs(spread->interval->low - (2 - 2.48434)) < 1e-4);
    QVERIFY(std::abs(spread->interval->high - (2 + 2.48434)) < 1e-4);
    QVERIFY(!spread_of(std::vector<double>{5})->interval);
    QVERIFY(!spread_of(std::vector<double>{}));
  }

  void differences_are_taken_seed_by_seed() {
    const std::vector<double> base{10, 20, 30}, values{11, 21, 31};
    const auto spread = spread_of_differences(base, values);
    QCOMPARE(spread->mean, 1.0);
    QCOMPARE(spread->interval->low, 1.0);   // the same difference for every seed, however far the seeds lie apart
    QVERIFY(!spread_of_differences(base, std::vector<double>{1}));
  }

  void a_clear_difference_is_seen_and_chance_is_not() {
    const SeededOutcomes none(3, std::vector<std::uint8_t>(40, 0)), all(3, std::vector<std::uint8_t>(40, 1));
    const auto clear = compare_outcomes(none, all);
    QCOMPARE(clear->difference, 1.0);
    QVERIFY(clear->visible());
    SeededOutcomes left = none, right = none;
    for (std::size_t seed = 0; seed < 3; ++seed)
      for (std::size_t item = 0; item < 20; ++item) left[seed][item] = 1, right[seed][item + (item == 19)] = 1;
    const auto chance = compare_outcomes(left, right);
    QVERIFY(chance && !chance->visible());
    QVERIFY(chance->interval.low <= chance->difference && chance->difference <= chance->interval.high);
  }

  void the_seeds_differ_and_that_widens_the_interval() {
    SeededOutcomes steady(2, std::vector<std::uint8_t>(50)), moving = steady;
    for (std::size_t item = 0; item < 50; ++item) {
      steady[0][item] = steady[1][item] = item % 2;
      moving[0][item] = item < 45, moving[1][item] = item < 5;
    }
    const auto narrow = compare_outcomes(steady, steady), wide = compare_outcomes(steady, moving);
    QVERIFY(wide->interval.high - wide->interval.low > narrow->interval.high - narrow->interval.low);
    QVERIFY(!wide->visible());
  }

  void other_items_can_t_be_compared() {
    QVERIFY(!compare_outcomes({{1, 0}}, {{1}}));
    QVERIFY(!compare_outcomes({{1, 0}, {1}}, {{1, 0}, {1, 0}}));
    QVERIFY(!compare_outcomes({}, {{1}}));
  }
};

QTEST_APPLESS_MAIN(DuelStatisticsTest)
#include "duel_statistics_test.moc"
