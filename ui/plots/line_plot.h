#pragma once
// Curves over a run's steps: raw values faint, smoothed ones strong, evaluations as rings, rare events as thin labelled
// verticals, an alarm line; the x axis covers the whole run from the start. A crosshair shows values. Panning a million
// steps is smooth, since it draws lift::MetricSeries' minimum and maximum per pixel column. Window thread.
#include <memory>
#include <optional>
#include <vector>

#include "core/metrics/metric_series.h"
#include "ui/look/tokens.h"
#include "ui/plots/axis_math.h"
#include "ui/plots/line_series.h"
#include "ui/plots/plot_view.h"

class QCPItemStraightLine;
class QCPItemText;

namespace ui {

class LinePlot : public PlotView {
  Q_OBJECT
 public:
  explicit LinePlot(const QString& name, QWidget* parent = nullptr);
  ~LinePlot() override;

  // Series are numbered in the order in which they are added.
  int addSeries(const QString& name, LineKind kind, const QColor& colour);
  int addSeries(const QString& name, LineKind kind, Tone tone);   // its colour follows the theme
  void clearSeries();                                             // removes all series
  void clearData();

  // Steps ascend within a series. NaN and infinity give gaps. low, high: an interval, for Dots.
  void append(int series, std::int64_t step, double value);
  void append(int series, std::int64_t step, double value, double low, double high);
  // All points of a series at once; steps ascend.
  void setData(int series, const std::vector<lift::SeriesPoint>& points);
  void truncateAfter(std::int64_t step);   // for a run that goes back

  struct Event {
    std::int64_t step = 0;
    QString name;
    Tone tone = Tone::Muted;
  };
  void addEvent(Event event);
  void setAlarm(std::optional<double> value, const QString& words = {});
  void setTotalSteps(std::int64_t steps);   // the x axis ends at this step or later; 0 = at the last data
  void setSmoothing(double weight);         // 0 = none, up to 0.999
  double smoothing() const { return smoothing_; }
  void setLogarithmic(bool logarithmic);
  bool isLogarithmic() const { return logarithmic_; }
  void setValueWords(int digits, const QString& unit) {
    digits_ = digits;
    unit_ = unit;
  }
  void setValueLimits(std::optional<double> least, std::optional<double> most);   // the y axis always includes them

  std::optional<double> lastValue(int series) const;   // not smoothed
  std::optional<double> lastSmoothed(int series) const;

  QString numbers() const override;
  QString spoken() const override;
  void resetView() override;

 protected:
  void applyTheme() override;
  bool isEmpty() const override;
  void hover(const QPointF* position) override;
  void zoomAt(QPointF position, double factor) override;
  void panBy(QPointF pixels) override;
  bool moveCursor(int right, int down) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Series;
  struct Marker;
  void refresh();   // draws what is in the visible range
  void fill(Series& series);
  void schedule();
  Range wholeSteps() const;
  Range valuesShown() const;
  void placeMarkers();
  void showAt(double step, QPointF pixel);
  QColor colourOf(const Series& series) const;

  std::vector<std::unique_ptr<Series>> series_;
  std::vector<Marker> markers_;
  std::optional<double> alarm_, least_, most_;
  QString alarm_words_, unit_;
  std::int64_t total_steps_ = 0;
  double smoothing_ = 0.93;
  int digits_ = 4;
  bool logarithmic_ = false, follows_ = true, scheduled_ = false;
  Range view_{0, 1};
  double cursor_ = -1;
  int drawn_columns_ = 0;
  QCPItemStraightLine* crosshair_ = nullptr;
  QCPItemStraightLine* alarm_line_ = nullptr;
  QCPItemText* alarm_text_ = nullptr;
};

}   // namespace ui
