#include "core/evaluate/retention.h"

#include <QtTest>

#include <cmath>

#include "core/base/check.h"
#include "core/base/seed.h"
#include "core/evaluate/evaluate_config.h"

using namespace lift;

namespace {

using Outcomes = std::vector<std::uint8_t>;

Outcomes first_right(std::size_t right, std::size_t items) {
  Outcomes outcomes(items, 0);
  std::fill_n(outcomes.begin(), right, 1);
  return outcomes;
}

}   // namespace

class RetentionTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  // Newcombe 1998, table I: Wilson without continuity correction.
  void wilson_intervals_are_those_of_the_literature_data() {
    QTest::addColumn<int>("right");
    QTest::addColumn<int>("total");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("81 of 263") << 81 << 263 << 0.2553 << 0.3662;
    QTest::newRow("15 of 148") << 15 << 148 << 0.0624 << 0.1605;
    QTest::newRow("0 of 20") << 0 << 20 << 0.0 << 0.1611;
    QTest::newRow("1 of 29") << 1 << 29 << 0.0061 << 0.1718;
  }
  void wilson_intervals_are_those_of_the_literature() {
    QFETCH(int, right);
    QFETCH(int, total);
    QFETCH(double, low);
    QFETCH(double, high);
    const Interval interval = wilson_interval(right, total);
    QVERIFY(std::abs(interval.low - low) < 5.1e-5);
    QVERIFY(std::abs(interval.high - high) < 5.1e-5);
  }

  void wilson_is_symmetric() {
    const Interval few = wilson_interval(3, 20), many = wilson_interval(17, 20);
    QVERIFY(std::abs(few.low - (1 - many.high)) < 1e-12);
    QCOMPARE(wilson_interval(20, 20).high, 1.0);
  }

  void nothing_forgotten_is_all_of_it() {
    const Outcomes base = first_right(60, 100);
    const Retention retention = retention_of(base, base, 0.05).value();
    QCOMPARE(retention.share, 1.0);
    QCOMPARE(retention.low, 1.0);
    QCOMPARE(retention.high, 1.0);
    QVERIFY(!retention.alarm);
  }

  void the_alarm_rings_below_the_line_not_on_it() {
    const Outcomes base = first_right(100, 200);
    QVERIFY(!retention_of(base, first_right(95, 200), 0.05).value().alarm);
    QVERIFY(retention_of(base, first_right(94, 200), 0.05).value().alarm);
    QVERIFY(!retention_of(base, first_right(0, 200), 1).value().alarm);
  }

  void a_model_may_learn_more_than_it_forgets() {
    const Retention retention = retention_of(first_right(50, 100), first_right(55, 100), 0.05).value();
    QCOMPARE(retention.share, 1.1);
    QVERIFY(retention.low <= 1.1 && retention.high >= 1.1);
  }

  // Pairs: most items agree, so the ratio is known far better than two separate shares would allow.
  void pairing_narrows_the_interval() {
    Outcomes base = first_right(500, 1000), now = base, shuffled(1000);
    for (int i = 0; i < 20; ++i) now[i] = 0;
    for (int i = 0; i < 1000; ++i) shuffled[i] = now[(i * 7 + 3) % 1000];
    const Interval paired = paired_ratio_interval(base, now), apart = paired_ratio_interval(base, shuffled);
    QVERIFY(paired.low < 0.96 && paired.high > 0.96);
    QVERIFY(paired.high - paired.low < 0.3 * (apart.high - apart.low));
  }

  // 480 of 1000 against 500 with 60 lost and 40 won: the delta method gives a deviation of sqrt(b + c) / n / p.
  void its_width_is_that_of_the_normal_approximation() {
    Outcomes base = first_right(500, 1000), now = base;
    for (int i = 0; i < 60; ++i) now[i] = 0;
    for (int i = 500; i < 540; ++i) now[i] = 1;
    const double share = 480.0 / 500.0;
    const double variance = (60 + 40 * 1.0) / 1e6 / 0.25;   // of the difference, in units of the base's share
    const Interval interval = paired_ratio_interval(base, now, 1, 20'000);
    const double expected = 2 * 1.96 * std::sqrt(variance);
    QVERIFY(std::abs((interval.high - interval.low) / expected - 1) < 0.1);
    QVERIFY(std::abs((interval.high + interval.low) / 2 - share) < 0.01);
  }

  void the_interval_depends_on_nothing_but_outcomes_and_seed() {
    const Outcomes base = first_right(50, 100), now = first_right(45, 100);
    const Interval one = paired_ratio_interval(base, now, 3), two = paired_ratio_interval(base, now, 3);
    QCOMPARE(one.low, two.low);
    QCOMPARE(one.high, two.high);
  }

  void what_can_not_be_compared_is_refused() {
    QVERIFY(retention_of({}, {}, 0.05).error().code == ErrorCode::InvalidArgument);
    QVERIFY(retention_of(first_right(1, 3), first_right(1, 4), 0.05).error().code == ErrorCode::InvalidArgument);
    const auto nothing = retention_of(first_right(0, 3), first_right(1, 3), 0.05);
    QVERIFY(nothing.error().sentence().find("nothing to retain") != std::string::npos);
  }

  void settings_out_of_range_are_refused_by_name() {
    QVERIFY(EvaluateConfig{}.validate().ok());
    const auto names = [](EvaluateConfig config) { return config.validate().error().subject.text(); };
    QCOMPARE(names({.every = -1}), std::string("evaluate.every"));
    QCOMPARE(names({.held_out_rows = -1}), std::string("evaluate.held_out_rows"));
    QCOMPARE(names({.probe_items = -1}), std::string("evaluate.probe_items"));
    QCOMPARE(names({.forget_alarm = 1.5}), std::string("evaluate.forget_alarm"));
    QCOMPARE(names({.forget_alarm = std::nan("")}), std::string("evaluate.forget_alarm"));
    QCOMPARE(names({.sample_prompts = {"x", ""}}), std::string("evaluate.sample_prompts"));
    QCOMPARE(names({.sample_every = -1}), std::string("evaluate.sample_every"));
    QCOMPARE(names({.sample_tokens = 0}), std::string("evaluate.sample_tokens"));
  }
};

QTEST_GUILESS_MAIN(RetentionTest)
#include "retention_test.moc"
