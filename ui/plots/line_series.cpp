#include "ui/plots/line_series.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {

namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

std::optional<double> known(double value) { return std::isnan(value) ? std::nullopt : std::optional(value); }

std::vector<lift::SeriesBucket> seen(const lift::MetricSeries& series, Range steps, int columns) {
  return series.decimate(static_cast<std::int64_t>(std::floor(steps.lower)) - 1,
                         static_cast<std::int64_t>(std::ceil(steps.upper)) + 1, columns);
}

double middle(const lift::SeriesBucket& bucket) {
  return 0.5 * static_cast<double>(bucket.first_step + bucket.last_step);
}

}   // namespace

void LineSeries::append(const Interval& point) {
  if (!empty() && point.step <= lastStep()) return;
  last_ = known(point.value);
  if (!isDense()) return points_.push_back(point);
  values_.append(static_cast<std::int64_t>(point.step), point.value);
  if (kind_ != LineKind::Curve) return;
  const double smooth = average_.add(point.value);
  last_smooth_ = known(smooth);
  smooth_.append(static_cast<std::int64_t>(point.step), smooth);
}

void LineSeries::clear() {
  values_.clear();
  smooth_.clear();
  points_.clear();
  last_.reset();
  last_smooth_.reset();
  average_ = lift::DebiasedAverage(smoothing_);
}

void LineSeries::truncateAfter(std::int64_t step) {
  values_.truncate_after(step);
  std::erase_if(points_, [step](const Interval& point) { return point.step > static_cast<double>(step); });
  last_.reset();
  if (isDense() && !values_.empty()) last_ = known(values_.buckets().back().last);
  if (!isDense() && !points_.empty()) last_ = known(points_.back().value);
  smoothAgain();
}

void LineSeries::setSmoothing(double weight) {
  smoothing_ = weight;
  smoothAgain();
}

// A joined bucket enters with its mean, once per point.
void LineSeries::smoothAgain() {
  smooth_.clear();
  last_smooth_.reset();
  average_ = lift::DebiasedAverage(smoothing_);
  if (kind_ != LineKind::Curve) return;
  for (const lift::SeriesBucket& bucket : values_.buckets()) {
    double smooth = kGap;
    for (std::int64_t i = 0; i < bucket.count; ++i) smooth = average_.add(bucket.mean());
    smooth_.append(bucket.last_step, smooth);
    last_smooth_ = known(smooth);
  }
}

double LineSeries::lastStep() const {
  if (empty()) return 0;
  return isDense() ? static_cast<double>(values_.last_step()) : points_.back().step;
}

std::optional<double> LineSeries::first() const {
  if (empty()) return {};
  return known(isDense() ? values_.buckets().front().first : points_.front().value);
}

std::optional<double> LineSeries::last() const { return last_; }
std::optional<double> LineSeries::lastSmoothed() const { return last_smooth_; }

LineSeries::Points LineSeries::raw(Range steps, int columns) const {
  Points line;
  for (const lift::SeriesBucket& bucket : seen(values_, steps, columns)) {
    if (bucket.count < 2) {
      line.add(middle(bucket), bucket.count ? bucket.first : kGap);
      continue;
    }
    line.add(static_cast<double>(bucket.first_step), bucket.first);
    line.add(middle(bucket), bucket.minimum);
    line.add(middle(bucket), bucket.maximum);
    line.add(static_cast<double>(bucket.last_step), bucket.last);
  }
  return line;
}

LineSeries::Points LineSeries::smooth(Range steps, int columns) const {
  Points line;
  for (const lift::SeriesBucket& bucket : seen(smooth_, steps, columns)) line.add(middle(bucket), bucket.mean());
  return line;
}

std::optional<double> LineSeries::rawAt(double step, double reach) const {
  if (isDense()) {
    const auto near = values_.decimate(static_cast<std::int64_t>(step), static_cast<std::int64_t>(step), 1);
    return near.empty() || near.front().count == 0 ? std::nullopt : std::optional(near.front().mean());
  }
  const auto nearest =
      std::ranges::min_element(points_, {}, [step](const Interval& point) { return std::abs(point.step - step); });
  if (nearest == points_.end() || std::abs(nearest->step - step) > reach) return {};
  return known(nearest->value);
}

std::optional<double> LineSeries::smoothAt(double step) const {
  const auto near = smooth_.decimate(static_cast<std::int64_t>(step), static_cast<std::int64_t>(step), 1);
  if (!near.empty()) return known(near.front().mean());
  const auto after =
      std::ranges::lower_bound(smooth_.buckets(), static_cast<std::int64_t>(step), {}, &lift::SeriesBucket::last_step);
  return after == smooth_.buckets().end() ? std::nullopt : known(after->mean());
}

}   // namespace ui
