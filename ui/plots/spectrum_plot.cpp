#include "ui/plots/spectrum_plot.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

#include "ui/look/fonts.h"
#include "ui/look/theme.h"
#include "ui/plots/csv.h"
#include "ui/plots/plot_style.h"
#include "ui/plots/spectrum_math.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr double kLeastRanks = 8;
constexpr double kHandle = 12, kHandleBelow = 22, kGrab = 7;   // pixels: across, under the top, around the line
constexpr std::size_t kMostHovered = 6;   // curves told under the pointer: more would cover the plot
}   // namespace

QColor SpectrumPlot::colourOf(int index) {
  const auto& series = colours().series;
  return series[static_cast<std::size_t>(index) % series.size()];
}

SpectrumPlot::SpectrumPlot(const QString& name, QWidget* parent) : PlotView(name, parent) {
  QCustomPlot& plot = *canvas();
  crosshair_ = new QCPItemStraightLine(&plot);
  crosshair_->setVisible(false);
  rank_line_ = new QCPItemStraightLine(&plot);
  rank_text_ = new QCPItemText(&plot);
  handle_ = new QCPItemEllipse(&plot);
  handle_->topLeft->setParentAnchor(rank_line_->point1);   // pixels from the line's upper end
  handle_->bottomRight->setParentAnchor(rank_line_->point1);
  for (QCPItemPosition* corner : {handle_->topLeft, handle_->bottomRight}) corner->setType(QCPItemPosition::ptAbsolute);
  handle_->topLeft->setCoords(-kHandle / 2, kHandleBelow);
  handle_->bottomRight->setCoords(kHandle / 2, kHandleBelow + kHandle);
  applyTheme();
  rebuild();
  // Which side of the line has room is known only after the layout.
  connect(&plot, &QCustomPlot::afterLayout, this, [this] {
    const bool at_right = canvas()->xAxis->coordToPixel(rank_) > canvas()->axisRect()->right() - 60;
    rank_text_->setPositionAlignment((at_right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
  });
}

SpectrumPlot::~SpectrumPlot() = default;

void SpectrumPlot::applyTheme() {
  PlotView::applyTheme();
  if (!rank_line_) return;
  const Colours& c = colours();
  crosshair_->setPen(QPen(c.faint, 1));
  rank_line_->setPen(QPen(c.text, 1.4, Qt::DotLine));
  rank_text_->setColor(c.text);
  rank_text_->setFont(fontOf(TextRole::Axis));
  handle_->setPen(QPen(c.panel, 2));
  handle_->setBrush(c.accent);
  for (int i = 0; i < canvas()->graphCount() && i < static_cast<int>(curves_.size()); ++i)
    canvas()->graph(i)->setPen(QPen(colourOf(curves_[static_cast<std::size_t>(i)].colour), 1.8,
                                    curves_[static_cast<std::size_t>(i)].dashed ? Qt::DashLine : Qt::SolidLine));
}

void SpectrumPlot::setCurves(std::vector<Curve> curves) {
  const int before = longest();
  curves_ = std::move(curves);
  if (longest() != before) resetView();
  rebuild();
}

void SpectrumPlot::setRank(int rank) {
  rank_ = rank;
  rebuild();
}

void SpectrumPlot::setMostRank(int rank) { most_rank_ = rank; }

void SpectrumPlot::setShow(Show show) {
  show_ = show;
  rebuild();
}

void SpectrumPlot::setLogarithmic(bool logarithmic) {
  logarithmic_ = logarithmic;
  rebuild();
}

int SpectrumPlot::longest() const {
  std::size_t longest = 2;
  for (const Curve& curve : curves_) longest = std::max(longest, curve.singular_values.size());
  return static_cast<int>(longest);
}

std::vector<double> SpectrumPlot::plotted(const Curve& curve) const {
  if (show_ == Show::Change) {
    const auto base = std::ranges::find_if(curves_, [&](const Curve& c) { return !c.dashed && c.name == curve.name; });
    return curve.dashed && base != curves_.end() ? change_percent(base->singular_values, curve.singular_values)
                                                 : std::vector<double>{};
  }
  if (show_ == Show::Energy) return cumulative_energy_percent(curve.singular_values, curve.total_energy);
  return {curve.singular_values.begin(), curve.singular_values.end()};
}

void SpectrumPlot::rebuild() {
  QCustomPlot& plot = *canvas();
  const bool log_values = logarithmic_ && show_ == Show::Values;
  set_ticks(*plot.xAxis, TickKind::Steps, 4, 1);
  set_ticks(*plot.yAxis, log_values ? TickKind::Log : TickKind::Linear, 5);
  plot.clearGraphs();
  Range seen{INFINITY, -INFINITY};
  for (const Curve& curve : curves_) {
    QCPGraph* graph = plot.addGraph();
    QVector<double> x, y;
    int rank = 0;
    for (const double value : plotted(curve)) {
      ++rank;
      const bool drawable = std::isfinite(value) && (!log_values || value > 0);
      x << rank;
      y << (drawable ? value : std::nan(""));
      if (drawable && rank >= view_.lower && rank <= view_.upper)
        seen = {std::min(seen.lower, value), std::max(seen.upper, value)};
    }
    graph->setData(x, y, true);
  }
  const double first = std::max(view_.lower, 1.0);
  plot.xAxis->setRange(first - 0.012 * view_.size(), view_.upper);
  const Range values = show_ == Show::Energy   ? Range{0, 100}
                       : show_ == Show::Change ? padded({std::min(0.0, seen.lower), std::max(0.0, seen.upper)})
                       : log_values            ? snug_log(seen, 3)
                                               : padded({0, seen.upper});
  plot.yAxis->setRange(values.lower, values.upper);
  setAxisTitles(tr("rank"), show_ == Show::Energy   ? tr("energy so far, %")
                            : show_ == Show::Change ? tr("change, %")
                                                    : tr("singular value"));
  rank_line_->setVisible(rank_ > 0 && view_.contains(rank_));
  rank_text_->setVisible(rank_line_->visible());
  handle_->setVisible(rank_line_->visible());
  for (QCPItemPosition* end : {rank_line_->point1, rank_line_->point2, rank_text_->position})
    end->setTypeY(QCPItemPosition::ptAxisRectRatio);
  rank_line_->point1->setCoords(rank_, 0);
  rank_line_->point2->setCoords(rank_, 1);
  rank_text_->setText(u"R = "_s + QLocale().toString(rank_));
  rank_text_->setPadding(QMargins(5, 1, 5, 0));
  rank_text_->position->setTypeX(QCPItemPosition::ptPlotCoords);
  rank_text_->position->setCoords(rank_, 0);
  applyTheme();
  changed();
}

void SpectrumPlot::resetView() {
  view_ = {1, static_cast<double>(longest())};
  rebuild();
  Q_EMIT viewChanged();
}

void SpectrumPlot::zoomAt(QPointF position, double factor) {
  view_ = zoomed(view_, canvas()->xAxis->pixelToCoord(position.x()), factor, {1, static_cast<double>(longest())},
                 kLeastRanks);
  rebuild();
  Q_EMIT viewChanged();
}

void SpectrumPlot::panBy(QPointF pixels) {
  view_ = moved(view_, -pixels.x() / std::max(1, canvas()->axisRect()->width()) * view_.size(),
                {1, static_cast<double>(longest())});
  rebuild();
  Q_EMIT viewChanged();
}

bool SpectrumPlot::hasHandleAt(QPointF position) const {
  return !curves_.empty() && rank_line_->visible() &&
         std::abs(canvas()->xAxis->coordToPixel(rank_) - position.x()) <= kGrab;
}

void SpectrumPlot::dragHandle(QPointF position) {
  const int most = most_rank_ > 0 ? std::min(most_rank_, longest()) : longest();
  const int rank = std::clamp(static_cast<int>(std::lround(canvas()->xAxis->pixelToCoord(position.x()))), 1, most);
  if (rank != rank_) Q_EMIT rankPicked(rank);
}

void SpectrumPlot::hover(const QPointF* position) {
  if (!position || curves_.empty()) {
    crosshair_->setVisible(false);
    canvas()->replot(QCustomPlot::rpQueuedReplot);
    return;
  }
  const int rank =
      std::clamp(static_cast<int>(std::lround(canvas()->xAxis->pixelToCoord(position->x()))), 1, longest());
  showAt(rank, *position);
}

bool SpectrumPlot::moveCursor(int right, int) {
  if (right == 0 || curves_.empty()) return false;
  const int stride = std::max(1, static_cast<int>(view_.size() / 100));
  const int rank =
      std::clamp(cursor_ + right * stride, static_cast<int>(std::ceil(view_.lower)), static_cast<int>(view_.upper));
  showAt(rank, QPointF(canvas()->xAxis->coordToPixel(rank), canvas()->axisRect()->center().y()));
  return true;
}

void SpectrumPlot::showAt(int rank, QPointF pixel) {
  cursor_ = rank;
  crosshair_->setVisible(true);
  for (QCPItemPosition* end : {crosshair_->point1, crosshair_->point2}) end->setTypeY(QCPItemPosition::ptAxisRectRatio);
  crosshair_->point1->setCoords(rank, 0);
  crosshair_->point2->setCoords(rank, 1);
  std::vector<HoverLine> lines{{tr("rank %1").arg(QLocale().toString(rank)), {}}};
  const std::vector<const Curve*> near = nearest(rank, pixel.y());
  for (const Curve* curve : near) lines.push_back({wordsAt(*curve, rank), colourOf(curve->colour)});
  if (near.size() < curves_.size())
    lines.push_back({tr("and %n more", nullptr, static_cast<int>(curves_.size() - near.size())), {}});
  showHover(pixel, lines);
  canvas()->replot(QCustomPlot::rpQueuedReplot);
}

// The curves that pass nearest to the pointer, in their order: thirty layers' words would cover the plot.
std::vector<const SpectrumPlot::Curve*> SpectrumPlot::nearest(int rank, double y) const {
  std::vector<std::pair<double, const Curve*>> found;
  for (const Curve& curve : curves_) {
    const std::vector<double> values = plotted(curve);
    if (static_cast<std::size_t>(rank) > values.size()) continue;
    found.emplace_back(std::abs(canvas()->yAxis->coordToPixel(values[static_cast<std::size_t>(rank) - 1]) - y), &curve);
  }
  std::ranges::sort(found);
  if (found.size() > kMostHovered) found.resize(kMostHovered);
  std::ranges::sort(found, {}, &std::pair<double, const Curve*>::second);
  std::vector<const Curve*> curves;
  for (const auto& [distance, curve] : found) curves.push_back(curve);
  return curves;
}

QString SpectrumPlot::wordsAt(const Curve& curve, int rank) const {
  const double value = curve.singular_values[static_cast<std::size_t>(rank) - 1];
  const QString name = curve.dashed ? tr("%1 now").arg(curve.name) : curve.name;
  if (show_ == Show::Change)
    return tr("%1  %2, %3 % from its base")
        .arg(name, value_words(value, 4), value_words(plotted(curve)[static_cast<std::size_t>(rank) - 1], 3));
  return tr("%1  %2, energy so far %3 %")
      .arg(name, value_words(value, 4),
           value_words(energy_percent(curve.singular_values, curve.total_energy, rank), 3));
}

QString SpectrumPlot::numbers() const {
  CsvText csv({u"matrix"_s, u"state"_s, u"rank"_s, u"singular_value"_s, u"energy_share"_s});
  for (const Curve& curve : curves_) {
    const std::vector<double> energy = cumulative_energy_percent(curve.singular_values, curve.total_energy);
    for (std::size_t i = 0; i < energy.size(); ++i)
      csv.addRow({curve.name, curve.dashed ? u"now"_s : u"base"_s, QString::number(i + 1),
                  CsvText::number(static_cast<double>(curve.singular_values[i])), CsvText::number(energy[i] / 100)});
  }
  return csv.text();
}

QString SpectrumPlot::spoken() const {
  QStringList sentences;
  for (const Curve& curve : curves_) {
    if (curve.singular_values.empty()) continue;
    QString words = tr("%1: singular values from %2 down to %3.")
                        .arg(curve.name, value_words(curve.singular_values.front(), 3),
                             value_words(curve.singular_values.back(), 3));
    if (rank_ > 0)
      words += u' ' + tr("The first %1 hold %2 % of the energy.")
                          .arg(QLocale().toString(rank_),
                               value_words(energy_percent(curve.singular_values, curve.total_energy, rank_), 3));
    sentences << words;
  }
  return sentences.join(u' ');
}

}   // namespace ui
