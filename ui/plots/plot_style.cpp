#include "ui/plots/plot_style.h"

#include "ui/look/fonts.h"
#include "ui/look/theme.h"

namespace ui {

QVector<double> HouseTicker::createTickVector(double, const QCPRange& range) {
  // A step axis begins a little before its first step, so that a mark there is not cut.
  const bool steps = kind_ == TickKind::Steps;
  const Range seen{steps ? std::max(range.lower, first_) : range.lower,
                   steps ? std::min(range.upper, last_) : range.upper};
  std::vector<double> ticks;
  switch (kind_) {
    case TickKind::Linear: ticks = linear_ticks(seen, tickCount()); break;
    case TickKind::Log: ticks = log_ticks(seen, tickCount()); break;
    case TickKind::Steps: ticks = step_ticks(seen, tickCount()); break;
  }
  step_ = ticks.size() > 1 ? ticks[1] - ticks[0] : 0;
  return QVector<double>(ticks.begin(), ticks.end());
}

double HouseTicker::getTickStep(const QCPRange&) { return 1; }

QString HouseTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
  if (kind_ == TickKind::Steps) return axis_number(std::round(tick), 1);
  return axis_number(tick, kind_ == TickKind::Linear ? step_ : 0);
}

void set_ticks(QCPAxis& axis, TickKind kind, int wanted, double first) {
  axis.setTicker(QSharedPointer<HouseTicker>::create(kind, wanted, first));
  axis.setScaleType(kind == TickKind::Log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
}

void style_axes(QCustomPlot& plot) {
  const Colours& c = colours();
  plot.setBackground(QBrush(c.panel));
  for (QCPAxisRect* rect : plot.axisRects()) {
    rect->setAutoMargins(QCP::msLeft | QCP::msBottom);
    rect->setMargins(QMargins(0, 8, 20, 0));   // half of the last label of the x axis
    rect->setMinimumMargins(QMargins(34, 8, 20, 18));
    rect->setupFullAxesBox(false);
    for (QCPAxis* axis : rect->axes()) {
      axis->setBasePen(Qt::NoPen);
      axis->setTickPen(Qt::NoPen);
      axis->setSubTickPen(Qt::NoPen);
      axis->setTickLabelColor(c.muted);
      axis->setTickLabelFont(fontOf(TextRole::Axis));
      axis->setLabelColor(c.muted);
      axis->setLabelFont(fontOf(TextRole::Axis));
      axis->setTickLabelPadding(6);
      axis->setLabelPadding(4);
      axis->grid()->setSubGridVisible(false);
      axis->grid()->setZeroLinePen(Qt::NoPen);
      axis->grid()->setPen(QPen(c.plot_grid, 1));
      axis->grid()->setVisible(axis->orientation() == Qt::Vertical);
    }
    for (QCPAxis* axis : rect->axes(QCPAxis::atTop | QCPAxis::atRight)) axis->setVisible(false);
  }
}

}   // namespace ui
