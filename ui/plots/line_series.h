#pragma once
// One curve of a LinePlot: what it knows, and what of it a range of steps shows. Grows in bounded memory; an appended
// value costs the same however long the curve is. Knows nothing of drawing; tested by tables. Thread: one at a time.
#include <cstdint>
#include <optional>
#include <vector>

#include <QVector>

#include "core/metrics/metric_series.h"
#include "ui/plots/axis_math.h"

namespace ui {

enum class LineKind {
  Curve,   // raw faint and smoothed strong
  Plain,   // one line, as it is (learning rate)
  Rings,   // evaluation points, joined by nothing
  Dots,    // points joined by a line, with intervals where they are given (retention)
};

class LineSeries {
 public:
  struct Interval {
    double step, value, low, high;
  };
  // Ready for a painter; a NaN is a gap.
  struct Points {
    QVector<double> x, y;
    void add(double step, double value) { x << step, y << value; }
  };

  LineSeries(LineKind kind, double smoothing) : kind_(kind), smoothing_(smoothing), average_(smoothing) {}

  // A step that is not above the last one is left out: a late duplicate after a resume.
  void append(const Interval& point);
  void clear();
  void truncateAfter(std::int64_t step);
  void setSmoothing(double weight);

  LineKind kind() const { return kind_; }
  bool isDense() const { return kind_ == LineKind::Curve || kind_ == LineKind::Plain; }   // thinned beyond its capacity
  bool empty() const { return isDense() ? values_.empty() : points_.empty(); }
  double lastStep() const;   // empty: 0
  std::optional<double> first() const, last() const, lastSmoothed() const;
  const lift::MetricSeries& values() const { return values_; }
  const std::vector<Interval>& points() const { return points_; }   // of Rings and Dots: few, kept as they are

  // Across `columns` pixels, one step beyond both edges so that the line leaves the picture.
  Points raw(Range steps, int columns) const;   // minimum and maximum of every column: no spike is lost
  Points smooth(Range steps, int columns) const;
  // Values at a step; nothing where there is none within `reach`.
  std::optional<double> rawAt(double step, double reach) const;
  std::optional<double> smoothAt(double step) const;

 private:
  void smoothAgain();
  LineKind kind_;
  double smoothing_;
  lift::DebiasedAverage average_;
  lift::MetricSeries values_, smooth_;
  std::vector<Interval> points_;
  std::optional<double> last_, last_smooth_;
};

}   // namespace ui
