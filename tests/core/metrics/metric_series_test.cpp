#include "core/metrics/metric_series.h"

#include <QtTest>

#include <cmath>

#include "core/base/check.h"

using namespace lift;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

MetricSeries line(std::int64_t points, std::size_t capacity) {
  MetricSeries series(capacity);
  for (std::int64_t step = 1; step <= points; ++step) series.append(step, static_cast<double>(step));
  return series;
}

}   // namespace

class MetricSeriesTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void up_to_the_capacity_every_value_is_kept() {
    const MetricSeries series = line(8, 8);
    QCOMPARE(series.buckets().size(), std::size_t(8));
    for (std::int64_t i = 0; i < 8; ++i) QCOMPARE(series.buckets()[i].last, static_cast<double>(i + 1));
  }

  void a_million_steps_take_no_more_than_the_capacity() {
    const MetricSeries series = line(1'000'000, 1000);
    QVERIFY(series.buckets().size() <= 1000);
    QVERIFY(series.buckets().size() >= 250);
    QCOMPARE(series.size(), std::int64_t(1'000'000));
    std::int64_t points = 0;
    for (const SeriesBucket& bucket : series.buckets()) points += bucket.count;
    QCOMPARE(points, std::int64_t(1'000'000));
    QCOMPARE(series.first_step(), std::int64_t(1));
    QCOMPARE(series.last_step(), std::int64_t(1'000'000));
  }

  void an_odd_capacity_keeps_every_point_too() {
    const MetricSeries series = line(1000, 7);
    std::int64_t points = 0;
    double sum = 0;
    for (const SeriesBucket& bucket : series.buckets()) {
      points += bucket.count;
      sum += bucket.sum;
    }
    QVERIFY(series.buckets().size() <= 7);
    QCOMPARE(points, std::int64_t(1000));
    QCOMPARE(sum, 500500.0);
  }

  void a_single_spike_is_seen_at_any_zoom() {
    MetricSeries series(512);
    for (std::int64_t step = 1; step <= 300'000; ++step) series.append(step, step == 123'456 ? 99.0 : 1.0);
    for (const std::int64_t columns : {1, 10, 300, 5000}) {
      double highest = 0;
      for (const SeriesBucket& bucket : series.decimate(1, 300'000, columns))
        highest = std::max(highest, bucket.maximum);
      QCOMPARE(highest, 99.0);
    }
  }

  void one_bucket_per_pixel_column_covers_every_point_of_the_range() {
    const MetricSeries series = line(1000, 4096);
    const auto drawn = series.decimate(101, 300, 50);
    QCOMPARE(drawn.size(), std::size_t(50));
    std::int64_t points = 0;
    for (const SeriesBucket& bucket : drawn) points += bucket.count;
    QCOMPARE(points, std::int64_t(200));
    QCOMPARE(drawn.front().minimum, 101.0);
    QCOMPARE(drawn.back().maximum, 300.0);
  }

  void empty_ranges_draw_nothing() {
    const MetricSeries series = line(10, 16);
    QVERIFY(series.decimate(20, 30, 5).empty());
    QVERIFY(series.decimate(5, 4, 5).empty());
    QVERIFY(series.decimate(1, 10, 0).empty());
    QVERIFY(MetricSeries().decimate(0, 10, 5).empty());
  }

  void values_that_are_not_finite_are_counted_and_hide_nothing() {
    MetricSeries series(2);
    series.append(1, kNaN);
    series.append(2, 3.0);
    series.append(3, INFINITY);
    series.append(4, 5.0);
    QCOMPARE(series.buckets().size(), std::size_t(2));
    QCOMPARE(series.buckets()[0].first, 3.0);
    QCOMPARE(series.buckets()[0].non_finite, std::int64_t(1));
    QCOMPARE(series.buckets()[1].maximum, 5.0);
    QVERIFY(std::isnan(SeriesBucket{}.mean()));
  }

  void steps_that_do_not_ascend_are_a_fault_of_ours() {
    MetricSeries series;
    series.append(5, 1);
    QVERIFY_EXCEPTION_THROWN(series.append(5, 1), InvariantError);
  }

  void a_resumed_run_goes_back_and_on() {
    MetricSeries series = line(10, 16);
    series.truncate_after(6);
    QCOMPARE(series.last_step(), std::int64_t(6));
    QCOMPARE(series.size(), std::int64_t(6));
    series.append(7, 70);
    QCOMPARE(series.buckets().back().last, 70.0);
  }

  // TensorBoard's smoothing of 1, 2, 3 with weight 0.5: 1, 5/3, 17/7.
  void the_average_starts_unbiased() {
    DebiasedAverage average(0.5);
    QCOMPARE(average.add(1), 1.0);
    QCOMPARE(average.add(2), 5.0 / 3);
    QCOMPARE(average.add(3), 17.0 / 7);
  }

  void a_constant_is_its_own_average() {
    DebiasedAverage average(0.99);
    for (int i = 0; i < 1000; ++i) QVERIFY(std::abs(average.add(4.25) - 4.25) < 1e-12);
  }

  void a_value_that_is_not_finite_passes_without_harm() {
    DebiasedAverage average(0.5);
    average.add(1);
    QVERIFY(std::isnan(average.add(kNaN)));
    QCOMPARE(average.add(2), 5.0 / 3);
  }

  void weight_zero_gives_the_values() {
    const auto points = smoothed(line(5, 16), 0);
    for (int i = 0; i < 5; ++i) QCOMPARE(points[i].value, i + 1.0);
  }

  void joined_buckets_smooth_almost_like_single_points() {
    const auto exact = smoothed(line(4000, 8192), 0.99), joined = smoothed(line(4000, 512), 0.99);
    QVERIFY(joined.size() < exact.size());
    QVERIFY(std::abs(joined.back().value - exact.back().value) < 8);
  }
};

QTEST_GUILESS_MAIN(MetricSeriesTest)
#include "metric_series_test.moc"
