#include "core/metrics/metric_series.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/check.h"

namespace lift {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

SeriesBucket bucket_of(std::int64_t step, double value) {
  if (std::isfinite(value)) return {step, step, value, value, value, value, value, 1, 0};
  return {step, step, kNaN, kNaN, kNaN, kNaN, 0, 0, 1};
}

void extend(SeriesBucket& bucket, const SeriesBucket& later) {
  bucket.last_step = later.last_step;
  bucket.non_finite += later.non_finite;
  if (later.count == 0) return;
  if (bucket.count == 0) bucket.first = later.first;
  bucket.minimum = std::fmin(bucket.minimum, later.minimum);
  bucket.maximum = std::fmax(bucket.maximum, later.maximum);
  bucket.last = later.last;
  bucket.sum += later.sum;
  bucket.count += later.count;
}

std::int64_t points_of(const SeriesBucket& bucket) { return bucket.count + bucket.non_finite; }

// The pixel column of a step; first <= step <= last.
std::int64_t column_of(std::int64_t step, std::int64_t first, std::int64_t last, std::int64_t columns) {
  const double place = static_cast<double>(step - first) / static_cast<double>(last - first + 1);
  return std::min(columns - 1, static_cast<std::int64_t>(place * static_cast<double>(columns)));
}

}   // namespace

double SeriesBucket::mean() const { return count ? sum / static_cast<double>(count) : kNaN; }

MetricSeries::MetricSeries(std::size_t capacity) : capacity_(std::max<std::size_t>(capacity, 2)) {}

void MetricSeries::append(std::int64_t step, double value) {
  LIFT_CHECK(buckets_.empty() || step > buckets_.back().last_step, "steps ascend");
  ++points_;
  const auto has_room = [&] { return !buckets_.empty() && points_of(buckets_.back()) < points_per_bucket_; };
  if (!has_room() && buckets_.size() == capacity_) join_pairs();
  if (has_room()) extend(buckets_.back(), bucket_of(step, value));
  else buckets_.push_back(bucket_of(step, value));
}

void MetricSeries::join_pairs() {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < buckets_.size(); i += 2, ++kept) {
    buckets_[kept] = buckets_[i];
    if (i + 1 < buckets_.size()) extend(buckets_[kept], buckets_[i + 1]);
  }
  buckets_.resize(kept);
  points_per_bucket_ *= 2;
}

void MetricSeries::clear() {
  buckets_.clear();
  points_ = 0;
  points_per_bucket_ = 1;
}

void MetricSeries::truncate_after(std::int64_t step) {
  while (!buckets_.empty() && buckets_.back().first_step > step) {
    points_ -= points_of(buckets_.back());
    buckets_.pop_back();
  }
  if (!buckets_.empty()) buckets_.back().last_step = std::min(buckets_.back().last_step, step);
}

std::int64_t MetricSeries::first_step() const { return buckets_.empty() ? 0 : buckets_.front().first_step; }
std::int64_t MetricSeries::last_step() const { return buckets_.empty() ? 0 : buckets_.back().last_step; }

std::vector<SeriesBucket> MetricSeries::decimate(std::int64_t first, std::int64_t last, std::int64_t columns) const {
  std::vector<SeriesBucket> drawn;
  if (columns <= 0 || last < first) return drawn;
  const auto ends_before = [](const SeriesBucket& bucket, std::int64_t step) { return bucket.last_step < step; };
  const auto begin = std::lower_bound(buckets_.begin(), buckets_.end(), first, ends_before);
  std::int64_t open_column = -1;
  for (auto bucket = begin; bucket != buckets_.end() && bucket->first_step <= last; ++bucket) {
    const std::int64_t column = column_of(std::max(bucket->first_step, first), first, last, columns);
    if (column == open_column) extend(drawn.back(), *bucket);
    else drawn.push_back(*bucket);
    open_column = column;
  }
  return drawn;
}

double DebiasedAverage::add(double value) {
  if (!std::isfinite(value)) return value;
  average_ = weight_ * average_ + (1 - weight_) * value;
  missing_ *= weight_;
  return missing_ < 1 ? average_ / (1 - missing_) : value;
}

std::vector<SeriesPoint> smoothed(const MetricSeries& series, double weight) {
  std::vector<SeriesPoint> points;
  points.reserve(series.buckets().size());
  DebiasedAverage average(weight);
  for (const SeriesBucket& bucket : series.buckets()) {
    double value = kNaN;
    for (std::int64_t i = 0; i < bucket.count; ++i) value = average.add(bucket.mean());
    points.push_back({static_cast<double>(bucket.last_step), value});
  }
  return points;
}

}   // namespace lift
