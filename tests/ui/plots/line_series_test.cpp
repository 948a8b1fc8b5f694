#include <cmath>

#include <QElapsedTimer>
#include <QtTest>

#include "ui/plots/line_series.h"

using ui::LineKind;
using ui::LineSeries;

class LineSeriesTest : public QObject {
  Q_OBJECT

  static double loss(int step) { return 2 / std::sqrt(step) + 0.1 * std::sin(step); }
  static LineSeries curve(int steps, double weight = 0.9) {
    LineSeries series(LineKind::Curve, weight);
    for (int step = 1; step <= steps; ++step) series.append({double(step), loss(step), 0, 0});
    return series;
  }

 private Q_SLOTS:
  void smoothing_step_by_step_is_smoothing_all_at_once() {
    const LineSeries series = curve(500);
    const auto expected = lift::smoothed(series.values(), 0.9);
    const auto drawn = series.smooth({1, 500}, 2000);
    QCOMPARE(drawn.y.size(), qsizetype(expected.size()));
    for (int i = 0; i < drawn.y.size(); ++i) {
      QCOMPARE(drawn.x[i], expected[std::size_t(i)].step);
      QCOMPARE(drawn.y[i], expected[std::size_t(i)].value);
    }
    QCOMPARE(*series.lastSmoothed(), expected.back().value);
  }

  void another_weight_smooths_what_was_there() {
    LineSeries series = curve(300, 0.5);
    series.setSmoothing(0.97);
    QCOMPARE(*series.lastSmoothed(), *curve(300, 0.97).lastSmoothed());
    QCOMPARE(*series.smoothAt(120), *curve(300, 0.97).smoothAt(120));
  }

  void going_back_forgets_what_came_later() {
    LineSeries series = curve(300);
    series.truncateAfter(200);
    QCOMPARE(series.lastStep(), 200.0);
    QCOMPARE(*series.last(), loss(200));
    QCOMPARE(*series.lastSmoothed(), *curve(200).lastSmoothed());
    for (int step = 150; step <= 300; ++step)
      series.append({double(step), loss(step), 0, 0});   // those up to 200 are late
    QCOMPARE(*series.lastSmoothed(), *curve(300).lastSmoothed());
  }

  void what_is_no_number_is_a_gap() {
    LineSeries series(LineKind::Curve, 0.9);
    for (int step = 1; step <= 9; ++step) series.append({double(step), step == 5 ? std::nan("") : 1.0, 0, 0});
    const auto raw = series.raw({1, 9}, 100), smooth = series.smooth({1, 9}, 100);
    for (int i = 0; i < 9; ++i) {
      QCOMPARE(std::isnan(raw.y[i]), i == 4);
      QCOMPARE(std::isnan(smooth.y[i]), i == 4);
    }
    QCOMPARE(*series.lastSmoothed(), 1.0);
  }

  void no_spike_is_lost_in_a_million_steps() {
    LineSeries series(LineKind::Curve, 0.9);
    for (int step = 1; step <= 1'000'000; ++step) series.append({double(step), step == 654'321 ? 99.0 : 1.0, 0, 0});
    const auto raw = series.raw({0, 1'000'000}, 600);
    QVERIFY(raw.y.contains(99.0));
    QVERIFY(raw.y.size() <= 4 * 602);
    QVERIFY(series.values().buckets().size() <= std::size_t{1} << 15);
  }

  // The old way smoothed the whole curve at every step: a hundred times the work of its last tenth.
  void a_value_costs_the_same_however_long_the_curve_is() {
    LineSeries series = curve(1);
    const auto seconds = [&series](int first, int last) {
      QElapsedTimer clock;
      clock.start();
      for (int step = first; step <= last; ++step) {
        series.append({double(step), loss(step), 0, 0});
        if (!series.lastSmoothed()) std::abort();
      }
      return double(clock.nsecsElapsed());
    };
    const double early = seconds(2, 30'000);
    seconds(30'001, 900'000);
    const double late = seconds(900'001, 930'000);
    QVERIFY2(late < 20 * early, qPrintable(QStringLiteral("%1 against %2").arg(late).arg(early)));
  }

  void points_keep_their_intervals() {
    LineSeries series(LineKind::Dots, 0.9);
    series.append({0, 100, 98, 102});
    series.append({50, 97, 95, 99});
    QCOMPARE(series.points().size(), std::size_t{2});
    QCOMPARE(*series.rawAt(45, 10), 97.0);
    QVERIFY(!series.rawAt(25, 10));
    QCOMPARE(*series.first(), 100.0);
    QVERIFY(!series.lastSmoothed());
  }
};

QTEST_APPLESS_MAIN(LineSeriesTest)
#include "line_series_test.moc"
