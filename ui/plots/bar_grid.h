#pragma once
// Groups of bars side by side with intervals: tasks across, one bar for base and one for tuned. Window thread.
#include <vector>

#include "ui/look/tokens.h"
#include "ui/plots/plot_view.h"

namespace ui {

class BarGrid : public PlotView {
  Q_OBJECT
 public:
  struct Bar {
    double value = 0, low = 0, high = 0;   // low == high: no interval; NaN value: no bar
  };
  struct Set {
    QString name;   // "base"
    Tone tone = Tone::Base;
    std::vector<Bar> bars;   // one per group
  };
  explicit BarGrid(const QString& name, QWidget* parent = nullptr);
  void setBars(const QStringList& groups, std::vector<Set> sets);
  void setPercent(bool percent);   // values are shares, shown as percent

  QString numbers() const override;
  QString spoken() const override;
  void resetView() override;

 protected:
  bool isEmpty() const override { return sets_.empty(); }
  void applyTheme() override;
  void hover(const QPointF* position) override;

 private:
  void rebuild();
  QString words(double value) const;
  QStringList groups_;
  std::vector<Set> sets_;
  bool percent_ = false;
};

}   // namespace ui
