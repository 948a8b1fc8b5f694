#include "ui/plots/front_plot.h"

#include <QLineF>

#include <algorithm>
#include <limits>

#include "ui/look/theme.h"
#include "ui/plots/csv.h"
#include "ui/plots/plot_style.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double kWidest = 10;   // percent points of an interval that an axis makes room for
constexpr double kAir = 0.05;    // of the height, below the lowest value
constexpr double kReach = 24;    // pixels from a point within which the pointer means it

void hold(Range& range, double value) {
  range.lower = std::min(range.lower, value);
  range.upper = std::max(range.upper, value);
}

// Of few runs an interval can be as wide as all there is: the points decide, and an interval is cut where they end.
void hold(Range& range, double mean, const std::optional<Range>& interval) {
  hold(range, mean);
  if (!interval) return;
  hold(range, std::max(interval->lower, mean - kWidest));
  hold(range, std::min(interval->upper, mean + kWidest));
}

}   // namespace

FrontPlot::FrontPlot(const QString& name, QWidget* parent) : PlotView(name, parent) {
  set_ticks(*canvas()->xAxis, TickKind::Linear, 6);
  set_ticks(*canvas()->yAxis, TickKind::Linear, 5);
  applyTheme();
}

QColor FrontPlot::colourOf(std::size_t mark) { return colours().series[mark % colours().series.size()]; }

void FrontPlot::setMarks(std::vector<FrontMark> marks) {
  marks_ = std::move(marks);
  rebuild();
}

void FrontPlot::applyTheme() {
  PlotView::applyTheme();
  canvas()->xAxis->grid()->setVisible(true);
  if (!marks_.empty()) rebuild();
}

void FrontPlot::resetView() { rebuild(); }

void FrontPlot::rebuild() {
  QCustomPlot& plot = *canvas();
  plot.clearPlottables();
  plot.clearItems();
  constexpr double kNone = std::numeric_limits<double>::infinity();
  Range x{100, 100}, y{kNone, -kNone};
  for (const FrontMark& mark : marks_) {
    hold(x, mark.mean.x(), mark.kept);
    hold(y, mark.mean.y(), mark.learned);
    for (const QPointF& run : mark.runs) hold(x, run.x()), hold(y, run.y());
  }
  if (marks_.empty()) return changed();
  x = padded(x);
  y = padded(y);
  plot.xAxis->setRange(x.lower, x.upper);
  y.upper = std::max(y.lower + 1, y.upper);
  plot.yAxis->setRange(y.lower - kAir * y.size(), y.upper);   // a point at the bottom is seen whole
  auto* all = new QCPItemStraightLine(&plot);                 // nothing was forgotten
  all->setPen(QPen(colours().base, 1, Qt::DashLine));
  all->point1->setCoords(100, 0);
  all->point2->setCoords(100, 1);
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    const FrontMark& mark = marks_[i];
    const QColor colour = colourOf(i);
    QColor faint = colour;
    faint.setAlphaF(0.5F);
    const auto line = [&](QPointF from, QPointF to) {
      auto* item = new QCPItemLine(&plot);
      item->setPen(QPen(faint, 1.5));
      item->start->setCoords(from);
      item->end->setCoords(to);
    };
    if (mark.kept) line({mark.kept->lower, mark.mean.y()}, {mark.kept->upper, mark.mean.y()});
    if (mark.learned) line({mark.mean.x(), mark.learned->lower}, {mark.mean.x(), mark.learned->upper});
    const auto points = [&](const std::vector<QPointF>& at, const QColor& fill, double size) {
      auto* graph = plot.addGraph();
      graph->setLineStyle(QCPGraph::lsNone);
      graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, fill, fill, size));
      for (const QPointF& point : at) graph->addData(point.x(), point.y());
    };
    points(mark.runs, faint, 6);
    points({mark.mean}, colour, 12);
  }
  changed();
}

void FrontPlot::hover(const QPointF* position) {
  if (!position || marks_.empty()) return hideHover();
  const auto pixel = [&](QPointF at) {
    return QPointF(canvas()->xAxis->coordToPixel(at.x()), canvas()->yAxis->coordToPixel(at.y()));
  };
  const auto distance = [&](const FrontMark& mark) { return QLineF(pixel(mark.mean), *position).length(); };
  const auto nearest = std::ranges::min_element(marks_, {}, distance);
  if (distance(*nearest) > kReach) return hideHover();
  // Points that lie on each other are told together.
  std::vector<HoverLine> lines{{tr("learned, kept"), {}}};
  for (std::size_t i = 0; i < marks_.size(); ++i)
    if (QLineF(pixel(marks_[i].mean), pixel(nearest->mean)).length() < kReach / 2)
      lines.push_back({u"%1  %2 %, %3 %"_s.arg(marks_[i].name, value_words(marks_[i].mean.y(), 3),
                                               value_words(marks_[i].mean.x(), 3)),
                       colourOf(i)});
  showHover(*position, lines);
}

QString FrontPlot::numbers() const {
  CsvText csv({u"name"_s, u"kept"_s, u"kept_low"_s, u"kept_high"_s, u"learned"_s, u"learned_low"_s, u"learned_high"_s});
  const auto ends = [](const std::optional<Range>& range) {
    return range ? QStringList{CsvText::number(range->lower), CsvText::number(range->upper)} : QStringList{{}, {}};
  };
  for (const FrontMark& mark : marks_)
    csv.addRow(QStringList{mark.name, CsvText::number(mark.mean.x())} + ends(mark.kept) +
               QStringList{CsvText::number(mark.mean.y())} + ends(mark.learned));
  return csv.text();
}

QString FrontPlot::spoken() const {
  QStringList words;
  for (const FrontMark& mark : marks_)
    words << tr("%1: learned %2 %, kept %3 %.")
                 .arg(mark.name, value_words(mark.mean.y(), 3), value_words(mark.mean.x(), 3));
  return words.join(u' ');
}

}   // namespace ui
