#pragma once
// The appearance of all plots' axes, and tickers that use axis_math.h.
#include <limits>

#include "ui/plots/axis_math.h"
#include "ui/plots/qcustomplot.h"

namespace ui {

enum class TickKind { Linear, Log, Steps };

class HouseTicker : public QCPAxisTicker {
 public:
  HouseTicker(TickKind kind, int wanted, double first) : kind_(kind), first_(first) { setTickCount(wanted); }

  // The last step of a step axis, which extends a little beyond it so that a mark there is not clipped.
  void setLast(double last) { last_ = last; }

 protected:
  QVector<double> createTickVector(double, const QCPRange& range) override;
  double getTickStep(const QCPRange& range) override;
  QString getTickLabel(double tick, const QLocale&, QChar, int) override;

 private:
  TickKind kind_;
  double first_, step_ = 0;
  double last_ = std::numeric_limits<double>::infinity();
};

// Sets background, fonts and light horizontal grid lines, without a frame. Call again after a change of theme.
void style_axes(QCustomPlot& plot);
// first: the smallest tick of a step axis.
void set_ticks(QCPAxis& axis, TickKind kind, int wanted, double first = 0);

}   // namespace ui
