#pragma once
// The data of one curve of a LinePlot, and which points show a range of steps. Bounded memory; appending takes the same
// time for any length. Independent of drawing; tested by tables. Thread: one thread at a time.
#include <cstdint>
#include <optional>
#include <vector>

#include <QVector>

#include "core/metrics/metric_series.h"
#include "ui/plots/axis_math.h"

namespace ui {

enum class LineKind {
  Curve,   // raw values faint, smoothed strong
  Plain,   // one line, not smoothed (learning rate)
  Rings,   // evaluation points, not joined
  Dots,    // points joined by a line, with intervals if given (retention)
};

class LineSeries {
 public:
  struct Interval {
    double step, value, low, high;
  };
  // Coordinates for a painter; NaN is a gap.
  struct Points {
    QVector<double> x, y;
    void add(double step, double value) { x << step, y << value; }
  };

  LineSeries(LineKind kind, double smoothing) : kind_(kind), smoothing_(smoothing), average_(smoothing) {}

  // Ignores a step that is not above the last one, such as a duplicate after a resume.
  void append(const Interval& point);
  void clear();
  void truncateAfter(std::int64_t step);
  void setSmoothing(double weight);

  LineKind kind() const { return kind_; }
  bool isDense() const { return kind_ == LineKind::Curve || kind_ == LineKind::Plain; }   // thinned beyond its capacity
  bool empty() const { return isDense() ? values_.empty() : points_.empty(); }
  double lastStep() const;   // 0 if empty
  std::optional<double> first() const, last() const, lastSmoothed() const;
  const lift::MetricSeries& values() const { return values_; }
  const std::vector<Interval>& points() const { return points_; }   // of Rings and Dots: few, all kept

  // The points for `columns` pixels, plus one step beyond each edge so that the line reaches it.
  Points raw(Range steps, int columns) const;   // minimum and maximum of each column, so that every spike shows
  Points smooth(Range steps, int columns) const;
  // The values at a step; std::nullopt if there is none within `reach` steps.
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
