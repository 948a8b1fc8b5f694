#include "ui/plots/line_plot.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/look/fonts.h"
#include "ui/look/theme.h"
#include "ui/plots/csv.h"
#include "ui/plots/plot_style.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kLeastSteps = 5;   // nearest zoom
constexpr double kAir = 0.012;      // of the width, before the first step

struct Interval {
  double step, value, low, high;
};

Range united(Range range, double value) { return {std::min(range.lower, value), std::max(range.upper, value)}; }

}  // namespace

struct LinePlot::Series {
  QString name;
  LineKind kind;
  QColor colour;
  std::optional<Tone> tone;
  lift::MetricSeries values;              // Curve and Plain: thinned beyond its capacity
  lift::DebiasedAverage average{0.93};
  std::vector<lift::SeriesPoint> smooth;  // of everything kept; made again when the smoothing changes
  std::vector<Interval> points;           // Rings and Dots: few, kept as they are
  double last = kNone, last_smooth = kNone;
  bool smooth_stale = true;
  QCPGraph* raw = nullptr;
  QCPGraph* strong = nullptr;
  QCPErrorBars* whiskers = nullptr;

  bool isDense() const { return kind == LineKind::Curve || kind == LineKind::Plain; }
  bool empty() const { return isDense() ? values.empty() : points.empty(); }
  double lastStep() const {
    return isDense() ? double(values.last_step()) : points.empty() ? 0 : points.back().step;
  }
};

struct LinePlot::Marker {
  Event event;
  QCPItemStraightLine* line;
  QCPItemText* text;
};

LinePlot::LinePlot(const QString& name, QWidget* parent) : PlotView(name, parent) {
  QCustomPlot& plot = *canvas();
  crosshair_ = new QCPItemStraightLine(&plot);
  crosshair_->setVisible(false);
  alarm_line_ = new QCPItemStraightLine(&plot);
  alarm_text_ = new QCPItemText(&plot);
  for (QCPAbstractItem* item : {static_cast<QCPAbstractItem*>(alarm_line_), static_cast<QCPAbstractItem*>(alarm_text_)})
    item->setVisible(false);
  set_ticks(*plot.xAxis, TickKind::Steps, 5);
  set_ticks(*plot.yAxis, TickKind::Linear, 5);
  applyTheme();
  // The axis rectangle has its size only after the layout of a replot.
  connect(&plot, &QCustomPlot::afterLayout, this, [this] {
    if (canvas()->axisRect()->width() != drawn_columns_) schedule();
    placeMarkers();
  });
}

LinePlot::~LinePlot() = default;

int LinePlot::addSeries(const QString& name, LineKind kind, const QColor& colour) {
  auto series = std::make_unique<Series>();
  series->name = name;
  series->kind = kind;
  series->colour = colour;
  QCustomPlot& plot = *canvas();
  if (kind == LineKind::Curve || kind == LineKind::Plain) {
    series->raw = plot.addGraph();
    series->raw->setAdaptiveSampling(false);   // what it gets is decimated already
  }
  if (kind == LineKind::Curve) {
    series->strong = plot.addGraph();
    series->strong->setAdaptiveSampling(false);
  }
  if (!series->isDense()) series->strong = plot.addGraph();
  if (kind == LineKind::Dots) {
    series->whiskers = new QCPErrorBars(plot.xAxis, plot.yAxis);
    series->whiskers->setDataPlottable(series->strong);
    series->whiskers->setWhiskerWidth(0);
    series->whiskers->setSymbolGap(0);
  }
  series_.push_back(std::move(series));
  applyTheme();
  return int(series_.size()) - 1;
}

int LinePlot::addSeries(const QString& name, LineKind kind, Tone tone) {
  const int index = addSeries(name, kind, colours().mark(tone));
  series_[std::size_t(index)]->tone = tone;
  applyTheme();
  return index;
}

void LinePlot::clearSeries() {
  series_.clear();
  canvas()->clearPlottables();
  clearData();
}

void LinePlot::clearData() {
  for (auto& series : series_) {
    series->values.clear();
    series->points.clear();
    series->smooth.clear();
    series->last = series->last_smooth = kNone;
    series->average = lift::DebiasedAverage(smoothing_);
    series->smooth_stale = true;
  }
  for (const Marker& marker : markers_) {
    canvas()->removeItem(marker.line);
    canvas()->removeItem(marker.text);
  }
  markers_.clear();
  follows_ = true;
  schedule();
}

void LinePlot::append(int index, std::int64_t step, double value) { append(index, step, value, value, value); }

void LinePlot::append(int index, std::int64_t step, double value, double low, double high) {
  Series& series = *series_[std::size_t(index)];
  if (!series.empty() && double(step) <= series.lastStep()) return;   // a late duplicate after a resume
  series.last = value;
  if (series.isDense()) {
    series.values.append(step, value);
    const double smooth = series.average.add(value);
    series.last_smooth = smooth;
    series.smooth_stale = true;
  } else {
    series.points.push_back({double(step), value, low, high});
  }
  schedule();
}

void LinePlot::setData(int index, const std::vector<lift::SeriesPoint>& points) {
  Series& series = *series_[std::size_t(index)];
  series.values.clear();
  series.points.clear();
  series.average = lift::DebiasedAverage(smoothing_);
  for (const lift::SeriesPoint& point : points) append(index, std::int64_t(point.step), point.value);
  schedule();
}

void LinePlot::truncateAfter(std::int64_t step) {
  for (auto& series : series_) {
    series->values.truncate_after(step);
    std::erase_if(series->points, [step](const Interval& point) { return point.step > double(step); });
    series->smooth_stale = true;
    series->average = lift::DebiasedAverage(smoothing_);
    for (const lift::SeriesBucket& bucket : series->values.buckets()) series->last_smooth = series->average.add(bucket.mean());
    if (!series->values.empty()) series->last = series->values.buckets().back().last;
  }
  schedule();
}

void LinePlot::addEvent(Event event) {
  QCustomPlot& plot = *canvas();
  plot.setCurrentLayer(QLatin1String("grid"));   // behind the curves
  Marker marker{std::move(event), new QCPItemStraightLine(&plot), new QCPItemText(&plot)};
  plot.setCurrentLayer(QLatin1String("main"));
  markers_.push_back(marker);
  applyTheme();
  schedule();
}

void LinePlot::setAlarm(std::optional<double> value, const QString& words) {
  alarm_ = value;
  alarm_words_ = words;
  schedule();
}

void LinePlot::setTotalSteps(std::int64_t steps) {
  total_steps_ = steps;
  follows_ = true;
  schedule();
}

void LinePlot::setSmoothing(double weight) {
  smoothing_ = std::clamp(weight, 0.0, 0.999);
  for (auto& series : series_) {
    series->smooth_stale = true;
    series->average = lift::DebiasedAverage(smoothing_);
    for (const lift::SeriesBucket& bucket : series->values.buckets()) series->last_smooth = series->average.add(bucket.mean());
  }
  schedule();
}

void LinePlot::setLogarithmic(bool logarithmic) {
  logarithmic_ = logarithmic;
  set_ticks(*canvas()->yAxis, logarithmic ? TickKind::Log : TickKind::Linear, 5);
  schedule();
}

void LinePlot::showLast(std::int64_t steps) {
  last_window_ = steps;
  follows_ = true;
  schedule();
}

void LinePlot::setValueLimits(std::optional<double> least, std::optional<double> most) {
  least_ = least;
  most_ = most;
  schedule();
}

std::optional<double> LinePlot::lastValue(int series) const {
  const double value = series_[std::size_t(series)]->last;
  return std::isnan(value) ? std::nullopt : std::optional(value);
}

std::optional<double> LinePlot::lastSmoothed(int series) const {
  const double value = series_[std::size_t(series)]->last_smooth;
  return std::isnan(value) ? std::nullopt : std::optional(value);
}

bool LinePlot::isEmpty() const {
  return std::all_of(series_.begin(), series_.end(), [](const auto& series) { return series->empty(); });
}

QColor LinePlot::colourOf(const Series& series) const {
  return series.tone ? colours().mark(*series.tone) : series.colour;
}

void LinePlot::applyTheme() {
  PlotView::applyTheme();
  const Colours& c = colours();
  for (auto& series : series_) {
    const QColor colour = colourOf(*series);
    QColor faint = colour;
    faint.setAlphaF(c.dark ? 0.42f : 0.38f);
    if (series->kind == LineKind::Curve) {
      series->raw->setPen(QPen(faint, 1));
      series->strong->setPen(QPen(colour, 2));
    } else if (series->kind == LineKind::Plain) {
      series->raw->setPen(QPen(colour, 1.6));
    } else if (series->kind == LineKind::Rings) {
      series->strong->setLineStyle(QCPGraph::lsNone);
      series->strong->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colour, 2), QBrush(c.panel), 8));
    } else {
      series->strong->setPen(QPen(colour, 2));
      series->strong->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colour, 1), QBrush(colour), 7));
      series->whiskers->setPen(QPen(faint, 1.4));
    }
  }
  for (const Marker& marker : markers_) {
    const bool plain = marker.event.tone == Tone::Muted;
    marker.line->setPen(QPen(plain ? c.line : c.mark(marker.event.tone), 1));
    marker.text->setColor(c.letters(marker.event.tone));
    marker.text->setFont(fontOf(TextRole::Axis));
  }
  if (!crosshair_) return;
  crosshair_->setPen(QPen(c.faint, 1));
  alarm_line_->setPen(QPen(c.alarm, 1.2, Qt::DashLine));
  alarm_text_->setColor(c.alarm_text);
  alarm_text_->setFont(fontOf(TextRole::Axis));
}

Range LinePlot::wholeSteps() const {
  double last = double(total_steps_);
  for (const auto& series : series_)
    if (!series->empty()) last = std::max(last, series->lastStep());
  return {0, std::max(last, 1.0)};
}

void LinePlot::schedule() {
  if (scheduled_) return;
  scheduled_ = true;
  QMetaObject::invokeMethod(this, [this] {
    scheduled_ = false;
    refresh();
  }, Qt::QueuedConnection);
}

void LinePlot::refresh() {
  QCustomPlot& plot = *canvas();
  const Range whole = wholeSteps();
  if (follows_) view_ = last_window_ > 0 && whole.upper > double(last_window_)
                            ? Range{std::max(0.0, wholeSteps().upper - double(last_window_)), whole.upper} : whole;
  plot.xAxis->setRange(view_.lower - kAir * view_.size(), view_.upper);
  drawn_columns_ = plot.axisRect()->width();
  plot.xAxis->ticker()->setTickCount(std::clamp(drawn_columns_ / 80, 2, 6));
  const int columns = std::max(64, drawn_columns_);
  for (auto& series : series_) {
    if (!series->isDense()) {
      QVector<double> x, y, down, up;
      for (const Interval& point : series->points) {
        x << point.step;
        y << point.value;
        down << point.value - point.low;
        up << point.high - point.value;
      }
      series->strong->setData(x, y, true);
      if (series->whiskers) series->whiskers->setData(down, up);
      continue;
    }
    // One step beyond both edges, so that the line leaves the picture.
    const auto buckets = series->values.decimate(std::int64_t(std::floor(view_.lower)) - 1,
                                                 std::int64_t(std::ceil(view_.upper)) + 1, columns);
    QVector<double> x, y;
    x.reserve(int(buckets.size()) * 3);
    y.reserve(int(buckets.size()) * 3);
    for (const lift::SeriesBucket& bucket : buckets) {
      const double at = 0.5 * double(bucket.first_step + bucket.last_step);
      if (bucket.count == 0) {
        x << at;
        y << kNone;
      } else if (bucket.count == 1) {
        x << at;
        y << bucket.first;
      } else {
        x << double(bucket.first_step) << at << at << double(bucket.last_step);
        y << bucket.first << bucket.minimum << bucket.maximum << bucket.last;
      }
    }
    series->raw->setAntialiased(x.size() < columns);   // a dense band costs time and gains nothing
    series->raw->setData(x, y, true);
    if (!series->strong) continue;
    if (series->smooth_stale) {
      series->smooth = lift::smoothed(series->values, smoothing_);
      series->smooth_stale = false;
    }
    const auto before = [](const lift::SeriesPoint& point, double step) { return point.step < step; };
    auto from = std::lower_bound(series->smooth.begin(), series->smooth.end(), view_.lower - 1, before);
    auto to = std::lower_bound(from, series->smooth.end(), view_.upper + 1, before);
    if (from != series->smooth.begin()) --from;
    if (to != series->smooth.end()) ++to;
    const auto stride = std::max<std::ptrdiff_t>(1, (to - from) / columns);
    x.clear();
    y.clear();
    for (auto point = from; point < to; point += std::min(stride, std::max<std::ptrdiff_t>(1, to - point))) {
      x << point->step;
      y << point->value;
    }
    if (to > from && (x.isEmpty() || x.back() != (to - 1)->step)) {
      x << (to - 1)->step;
      y << (to - 1)->value;
    }
    series->strong->setData(x, y, true);
  }
  const Range values = valuesShown();
  plot.yAxis->setRange(values.lower, values.upper);
  placeMarkers();
  changed();
}

Range LinePlot::valuesShown() const {
  Range seen{INFINITY, -INFINITY};
  const auto take = [&](double step, double value) {
    if (std::isfinite(value) && (!logarithmic_ || value > 0) && step >= view_.lower && step <= view_.upper)
      seen = united(seen, value);
  };
  for (const auto& series : series_) {
    if (series->raw)
      for (const QCPGraphData& point : *series->raw->data()) take(point.key, point.value);
    for (const Interval& point : series->points) {
      take(point.step, point.low);
      take(point.step, point.high);
    }
  }
  if (alarm_ && (!logarithmic_ || *alarm_ > 0)) seen = united(seen, *alarm_);
  if (!logarithmic_ && least_ && most_ && (seen.lower >= *least_ || !std::isfinite(seen.lower)) &&
      (seen.upper <= *most_ || !std::isfinite(seen.upper)))
    return {*least_, *most_};
  if (least_ && (!logarithmic_ || *least_ > 0)) seen = united(seen, *least_);
  if (most_) seen = united(seen, *most_);
  return logarithmic_ ? padded_log(seen, 6) : padded(seen);
}

void LinePlot::placeMarkers() {
  QCustomPlot& plot = *canvas();
  const QFontMetrics metrics(fontOf(TextRole::Axis));
  double free_from = -1e9;   // pixels: labels do not overlap, the line stays without words then
  for (const Marker& marker : markers_) {
    marker.line->point1->setCoords(double(marker.event.step), 0);
    marker.line->point2->setCoords(double(marker.event.step), 1);
    marker.line->point1->setTypeY(QCPItemPosition::ptAxisRectRatio);
    marker.line->point2->setTypeY(QCPItemPosition::ptAxisRectRatio);
    const double pixel = plot.xAxis->coordToPixel(double(marker.event.step));
    const double wide = metrics.horizontalAdvance(marker.event.name);
    const bool room = pixel > free_from && view_.contains(double(marker.event.step)) &&
                      pixel + wide + 6 < plot.axisRect()->right() + 8;
    marker.text->setVisible(room);
    if (!room) continue;
    marker.text->setText(marker.event.name);
    marker.text->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    marker.text->setPadding(QMargins(4, 1, 0, 0));
    marker.text->position->setTypeX(QCPItemPosition::ptPlotCoords);
    marker.text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    marker.text->position->setCoords(double(marker.event.step), 0);
    free_from = pixel + wide + 10;
  }
  alarm_line_->setVisible(alarm_.has_value());
  alarm_text_->setVisible(alarm_.has_value() && !alarm_words_.isEmpty());
  if (!alarm_) return;
  alarm_line_->point1->setCoords(view_.lower, *alarm_);
  alarm_line_->point2->setCoords(view_.lower + 1, *alarm_);
  alarm_text_->setText(alarm_words_);
  alarm_text_->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
  alarm_text_->setPadding(QMargins(0, 0, 2, 2));
  alarm_text_->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
  alarm_text_->position->setTypeY(QCPItemPosition::ptPlotCoords);
  alarm_text_->position->setCoords(1, *alarm_);
}

void LinePlot::resizeEvent(QResizeEvent* event) {
  PlotView::resizeEvent(event);
  schedule();
}

void LinePlot::resetView() {
  follows_ = true;
  last_window_ = 0;
  schedule();
  Q_EMIT viewChanged();
}

void LinePlot::zoomAt(QPointF position, double factor) {
  view_ = zoomed(view_, canvas()->xAxis->pixelToCoord(position.x()), factor, wholeSteps(), kLeastSteps);
  follows_ = view_ == wholeSteps();
  refresh();
  Q_EMIT viewChanged();
}

void LinePlot::panBy(QPointF pixels) {
  const double width = std::max(1, canvas()->axisRect()->width());
  view_ = moved(view_, -pixels.x() / width * view_.size(), wholeSteps());
  follows_ = view_ == wholeSteps();
  refresh();
  Q_EMIT viewChanged();
}

void LinePlot::hover(const QPointF* position) {
  if (!position || isEmpty()) {
    crosshair_->setVisible(false);
    canvas()->replot(QCustomPlot::rpQueuedReplot);
    return;
  }
  const double step = std::clamp(canvas()->xAxis->pixelToCoord(position->x()), view_.lower, view_.upper);
  showAt(std::round(step), *position);
}

bool LinePlot::moveCursor(int right, int) {
  if (right == 0 || isEmpty()) return false;
  if (cursor_ < view_.lower || cursor_ > view_.upper) cursor_ = view_.lower;
  const double stride = std::max(1.0, std::round(view_.size() / 100));
  const double step = std::clamp(cursor_ + right * stride, view_.lower, view_.upper);
  showAt(step, QPointF(canvas()->xAxis->coordToPixel(step), canvas()->axisRect()->center().y()));
  return true;
}

void LinePlot::showAt(double step, QPointF pixel) {
  cursor_ = step;
  crosshair_->setVisible(true);
  crosshair_->point1->setTypeY(QCPItemPosition::ptAxisRectRatio);
  crosshair_->point2->setTypeY(QCPItemPosition::ptAxisRectRatio);
  crosshair_->point1->setCoords(step, 0);
  crosshair_->point2->setCoords(step, 1);
  std::vector<HoverLine> lines{{tr("step %1").arg(QLocale().toString(qlonglong(step))), {}}};
  for (const auto& series : series_) {
    if (series->empty()) continue;
    double value = kNone, raw = kNone;
    if (series->isDense()) {
      const auto near = series->values.decimate(std::int64_t(step), std::int64_t(step), 1);
      if (!near.empty() && near.front().count > 0) raw = near.front().mean();
      value = raw;
      if (series->strong && !std::isnan(raw)) {
        const auto at = std::lower_bound(series->smooth.begin(), series->smooth.end(), step,
                                         [](const lift::SeriesPoint& point, double s) { return point.step < s; });
        if (at != series->smooth.end()) value = at->value;
      }
    } else {
      const Interval* nearest = nullptr;
      for (const Interval& point : series->points)
        if (!nearest || std::abs(point.step - step) < std::abs(nearest->step - step)) nearest = &point;
      if (nearest && std::abs(nearest->step - step) <= view_.size() / 40) value = nearest->value;
    }
    if (std::isnan(value)) continue;
    QString words = series->name + u"  "_s + value_words(value, digits_) + unit_;
    if (series->kind == LineKind::Curve && !std::isnan(raw)) words += tr("  (raw %1)").arg(value_words(raw, digits_));
    lines.push_back({words, colourOf(*series)});
  }
  for (const Marker& marker : markers_)
    if (std::abs(double(marker.event.step) - step) <= view_.size() / 200)
      lines.push_back({marker.event.name, colours().mark(marker.event.tone)});
  showHover(pixel, lines);
  canvas()->replot(QCustomPlot::rpQueuedReplot);
}

QString LinePlot::numbers() const {
  CsvText csv({u"series"_s, u"step"_s, u"value"_s, u"low"_s, u"high"_s, u"smoothed"_s});
  for (const auto& series : series_) {
    for (const Interval& point : series->points)
      csv.addRow({series->name, CsvText::number(point.step), CsvText::number(point.value), CsvText::number(point.low),
                  CsvText::number(point.high), {}});
    const auto smooth = series->kind == LineKind::Curve ? lift::smoothed(series->values, smoothing_)
                                                        : std::vector<lift::SeriesPoint>();
    std::size_t i = 0;
    for (const lift::SeriesBucket& bucket : series->values.buckets()) {
      while (i < smooth.size() && smooth[i].step < double(bucket.last_step)) ++i;
      const bool known = i < smooth.size() && smooth[i].step == double(bucket.last_step);
      csv.addRow({series->name, CsvText::number(double(bucket.last_step)), CsvText::number(bucket.mean()),
                  CsvText::number(bucket.minimum), CsvText::number(bucket.maximum),
                  known ? CsvText::number(smooth[i].value) : QString()});
    }
  }
  return csv.text();
}

QString LinePlot::spoken() const {
  QStringList sentences;
  for (const auto& series : series_) {
    if (series->empty()) continue;
    const double first = series->isDense() ? series->values.buckets().front().first : series->points.front().value;
    const double now = series->kind == LineKind::Curve ? series->last_smooth : series->last;
    sentences << tr("%1: %2 at first, %3 at step %4.")
                     .arg(series->name, value_words(first, digits_) + unit_, value_words(now, digits_) + unit_,
                          QLocale().toString(qlonglong(series->lastStep())));
  }
  if (alarm_) sentences << tr("Alarm line at %1.").arg(value_words(*alarm_, digits_) + unit_);
  return sentences.join(u' ');
}

}  // namespace ui
