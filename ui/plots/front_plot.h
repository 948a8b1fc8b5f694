#pragma once
// What was learned against what was kept, one point for each way to train: up and to the right is better. Lines are
// intervals, small dots the runs. Values in percent. Window thread.
#include <optional>
#include <vector>

#include <QPointF>

#include "ui/plots/axis_math.h"
#include "ui/plots/plot_view.h"

namespace ui {

struct FrontMark {
  QString name;
  QPointF mean;                         // kept, learned
  std::optional<Range> kept, learned;   // intervals of the mean
  std::vector<QPointF> runs;
};

class FrontPlot : public PlotView {
  Q_OBJECT
 public:
  explicit FrontPlot(const QString& name, QWidget* parent = nullptr);
  void setMarks(std::vector<FrontMark> marks);
  const std::vector<FrontMark>& marks() const { return marks_; }
  static QColor colourOf(std::size_t mark);

  QString numbers() const override;
  QString spoken() const override;
  void resetView() override;

 protected:
  bool isEmpty() const override { return marks_.empty(); }
  void applyTheme() override;
  void hover(const QPointF* position) override;

 private:
  void rebuild();
  std::vector<FrontMark> marks_;
};

}   // namespace ui
