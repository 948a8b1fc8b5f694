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

constexpr double kLeastSteps = 5;   // nearest zoom
constexpr double kAirPixels = 7;    // before the first and after the last step: half a mark

Range united(Range range, double value) { return {std::min(range.lower, value), std::max(range.upper, value)}; }

}   // namespace

struct LinePlot::Series {
  QString name;
  QColor colour;
  std::optional<Tone> tone;
  LineSeries data;
  QCPGraph* raw = nullptr;
  QCPGraph* strong = nullptr;
  QCPErrorBars* whiskers = nullptr;
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
  auto series = std::make_unique<Series>(Series{name, colour, {}, LineSeries(kind, smoothing_)});
  QCustomPlot& plot = *canvas();
  if (series->data.isDense()) {
    series->raw = plot.addGraph();
    series->raw->setAdaptiveSampling(false);   // what it gets is decimated already
  }
  if (kind != LineKind::Plain) {
    series->strong = plot.addGraph();
    series->strong->setAdaptiveSampling(false);
  }
  if (kind == LineKind::Dots) {
    series->whiskers = new QCPErrorBars(plot.xAxis, plot.yAxis);
    series->whiskers->setDataPlottable(series->strong);
    series->whiskers->setWhiskerWidth(0);
    series->whiskers->setSymbolGap(0);
  }
  series_.push_back(std::move(series));
  applyTheme();
  return static_cast<int>(series_.size()) - 1;
}

int LinePlot::addSeries(const QString& name, LineKind kind, Tone tone) {
  const int index = addSeries(name, kind, colours().mark(tone));
  series_[static_cast<std::size_t>(index)]->tone = tone;
  applyTheme();
  return index;
}

void LinePlot::clearSeries() {
  series_.clear();
  canvas()->clearPlottables();
  clearData();
}

void LinePlot::clearData() {
  for (auto& series : series_) series->data.clear();
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
  series_[static_cast<std::size_t>(index)]->data.append({static_cast<double>(step), value, low, high});
  schedule();
}

void LinePlot::setData(int index, const std::vector<lift::SeriesPoint>& points) {
  LineSeries& data = series_[static_cast<std::size_t>(index)]->data;
  data.clear();
  for (const lift::SeriesPoint& point : points) data.append({point.step, point.value, point.value, point.value});
  schedule();
}

void LinePlot::truncateAfter(std::int64_t step) {
  for (auto& series : series_) series->data.truncateAfter(step);
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
  if (steps == total_steps_) return;   // said again and again while a run goes on: whoever has zoomed in stays there
  total_steps_ = steps;
  follows_ = true;
  schedule();
}

void LinePlot::setSmoothing(double weight) {
  smoothing_ = std::clamp(weight, 0.0, 0.999);
  for (auto& series : series_) series->data.setSmoothing(smoothing_);
  schedule();
}

void LinePlot::setLogarithmic(bool logarithmic) {
  logarithmic_ = logarithmic;
  set_ticks(*canvas()->yAxis, logarithmic ? TickKind::Log : TickKind::Linear, 5);
  schedule();
}

void LinePlot::setValueLimits(std::optional<double> least, std::optional<double> most) {
  least_ = least;
  most_ = most;
  schedule();
}

std::optional<double> LinePlot::lastValue(int series) const {
  return series_[static_cast<std::size_t>(series)]->data.last();
}
std::optional<double> LinePlot::lastSmoothed(int series) const {
  return series_[static_cast<std::size_t>(series)]->data.lastSmoothed();
}

bool LinePlot::isEmpty() const {
  return std::all_of(series_.begin(), series_.end(), [](const auto& series) { return series->data.empty(); });
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
    if (series->data.kind() == LineKind::Curve) {
      series->raw->setPen(QPen(faint, 1));
      series->strong->setPen(QPen(colour, 2));
    } else if (series->data.kind() == LineKind::Plain) {
      series->raw->setPen(QPen(colour, 1.6));
    } else if (series->data.kind() == LineKind::Rings) {
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
  double last = static_cast<double>(total_steps_);
  for (const auto& series : series_) last = std::max(last, series->data.lastStep());
  return {0, std::max(last, 1.0)};
}

void LinePlot::schedule() {
  if (scheduled_) return;
  scheduled_ = true;
  QMetaObject::invokeMethod(
      this,
      [this] {
        scheduled_ = false;
        refresh();
      },
      Qt::QueuedConnection);
}

void LinePlot::refresh() {
  QCustomPlot& plot = *canvas();
  const Range whole = wholeSteps();
  if (follows_) view_ = whole;
  drawn_columns_ = plot.axisRect()->width();
  const double air = view_.size() * kAirPixels / std::max(64, drawn_columns_);
  plot.xAxis->setRange(view_.lower - air, view_.upper + air);
  auto ticker = plot.xAxis->ticker().staticCast<HouseTicker>();
  ticker->setTickCount(std::clamp(drawn_columns_ / 80, 2, 6));
  ticker->setLast(view_.upper);
  for (auto& series : series_) fill(*series);
  const Range values = valuesShown();
  plot.yAxis->setRange(values.lower, values.upper);
  placeMarkers();
  changed();
}

void LinePlot::fill(Series& series) {
  const int columns = std::max(64, drawn_columns_);
  if (series.data.isDense()) {
    const LineSeries::Points line = series.data.raw(view_, columns);
    series.raw->setAntialiased(line.x.size() < columns);   // a dense band costs time and gains nothing
    series.raw->setData(line.x, line.y, true);
    if (!series.strong) return;
    const LineSeries::Points smooth = series.data.smooth(view_, columns);
    series.strong->setData(smooth.x, smooth.y, true);
    return;
  }
  QVector<double> x, y, down, up;
  for (const LineSeries::Interval& point : series.data.points()) {
    x << point.step;
    y << point.value;
    down << point.value - point.low;
    up << point.high - point.value;
  }
  series.strong->setData(x, y, true);
  if (series.whiskers) series.whiskers->setData(down, up);
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
    for (const LineSeries::Interval& point : series->data.points()) {
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
  return logarithmic_ ? snug_log(seen, 6) : padded(seen);
}

void LinePlot::placeMarkers() {
  QCustomPlot& plot = *canvas();
  const QFontMetrics metrics(fontOf(TextRole::Axis));
  double free_from = -1e9;   // pixels: labels do not overlap, the line stays without words then
  for (const Marker& marker : markers_) {
    marker.line->point1->setCoords(static_cast<double>(marker.event.step), 0);
    marker.line->point2->setCoords(static_cast<double>(marker.event.step), 1);
    marker.line->point1->setTypeY(QCPItemPosition::ptAxisRectRatio);
    marker.line->point2->setTypeY(QCPItemPosition::ptAxisRectRatio);
    const double pixel = plot.xAxis->coordToPixel(static_cast<double>(marker.event.step));
    const double wide = metrics.horizontalAdvance(marker.event.name);
    const bool before = pixel + wide + 6 > plot.axisRect()->right();   // the line's word, at the plot's edge
    const bool room =
        (before ? pixel - wide - 6 : pixel) > free_from && view_.contains(static_cast<double>(marker.event.step));
    marker.text->setVisible(room);
    if (!room) continue;
    marker.text->setText(marker.event.name);
    marker.text->setPositionAlignment((before ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
    marker.text->setPadding(QMargins(4, 1, 4, 0));
    marker.text->position->setTypeX(QCPItemPosition::ptPlotCoords);
    marker.text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    marker.text->position->setCoords(static_cast<double>(marker.event.step), 0);
    free_from = pixel + (before ? 0 : wide) + 10;
  }
  const bool alarm = alarm_ && !isEmpty();   // an empty plot has words in its middle
  alarm_line_->setVisible(alarm);
  alarm_text_->setVisible(alarm && !alarm_words_.isEmpty());
  if (!alarm) return;
  alarm_line_->point1->setCoords(view_.lower, *alarm_);
  alarm_line_->point2->setCoords(view_.lower + 1, *alarm_);
  alarm_text_->setText(alarm_words_);
  // Below the line and where a run begins: curves come there last.
  alarm_text_->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
  alarm_text_->setPadding(QMargins(4, 2, 0, 0));
  alarm_text_->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
  alarm_text_->position->setTypeY(QCPItemPosition::ptPlotCoords);
  alarm_text_->position->setCoords(0, *alarm_);
}

void LinePlot::resizeEvent(QResizeEvent* event) {
  PlotView::resizeEvent(event);
  schedule();
}

void LinePlot::resetView() {
  follows_ = true;
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
    const LineSeries& data = series->data;
    const auto raw = data.rawAt(step, view_.size() / 40);
    const auto value = data.kind() == LineKind::Curve && raw ? data.smoothAt(step) : raw;
    if (!value) continue;
    QString words = series->name + u"  "_s + value_words(*value, digits_) + unit_;
    if (data.kind() == LineKind::Curve) words += tr("  (raw %1)").arg(value_words(*raw, digits_));
    lines.push_back({words, colourOf(*series)});
  }
  for (const Marker& marker : markers_)
    if (std::abs(static_cast<double>(marker.event.step) - step) <= view_.size() / 200)
      lines.push_back({marker.event.name, colours().mark(marker.event.tone)});
  showHover(pixel, lines);
  canvas()->replot(QCustomPlot::rpQueuedReplot);
}

QString LinePlot::numbers() const {
  CsvText csv({u"series"_s, u"step"_s, u"value"_s, u"low"_s, u"high"_s, u"smoothed"_s});
  for (const auto& series : series_) {
    const LineSeries& data = series->data;
    for (const LineSeries::Interval& point : data.points())
      csv.addRow({series->name,
                  CsvText::number(point.step),
                  CsvText::number(point.value),
                  CsvText::number(point.low),
                  CsvText::number(point.high),
                  {}});
    for (const lift::SeriesBucket& bucket : data.values().buckets()) {
      const auto smooth =
          data.kind() == LineKind::Curve ? data.smoothAt(static_cast<double>(bucket.last_step)) : std::nullopt;
      csv.addRow({series->name, CsvText::number(static_cast<double>(bucket.last_step)), CsvText::number(bucket.mean()),
                  CsvText::number(bucket.minimum), CsvText::number(bucket.maximum),
                  smooth ? CsvText::number(*smooth) : QString()});
    }
  }
  return csv.text();
}

QString LinePlot::spoken() const {
  QStringList sentences;
  for (const auto& series : series_) {
    const LineSeries& data = series->data;
    if (data.empty()) continue;
    const double nothing = std::nan("");
    const double now = (data.kind() == LineKind::Curve ? data.lastSmoothed() : data.last()).value_or(nothing);
    sentences << tr("%1: %2 at first, %3 at step %4.")
                     .arg(series->name, value_words(data.first().value_or(nothing), digits_) + unit_,
                          value_words(now, digits_) + unit_, QLocale().toString(qlonglong(data.lastStep())));
  }
  if (alarm_) sentences << tr("Alarm line at %1.").arg(value_words(*alarm_, digits_) + unit_);
  return sentences.join(u' ');
}

}   // namespace ui
