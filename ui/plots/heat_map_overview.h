#pragma once
// One value per matrix: layers as rows, projections as columns. A click or the arrow keys select a matrix.
#include <functional>
#include <vector>

#include "ui/plots/axis_math.h"
#include "ui/plots/colour_map.h"
#include "ui/plots/plot_view.h"

namespace ui {

class HeatMapOverview : public PlotView {
  Q_OBJECT
 public:
  explicit HeatMapOverview(const QString& name, QWidget* parent = nullptr);
  // values: [layers, columns], row-major; NaN = no such matrix, or not selected.
  void setValues(int layers, const QStringList& columns, std::vector<double> values);
  void setMap(ColourMap map);
  // The values at both ends of the colour map; equal ones: taken from the data.
  void setLimits(double low, double high);
  void setValueWords(std::function<QString(double)> words);   // "14 %"
  void setCurrent(int layer, int column);                     // -1, -1: none
  int currentLayer() const { return layer_; }
  int currentColumn() const { return column_; }

  QString numbers() const override;
  QString spoken() const override;
  void resetView() override {}
  QSize sizeHint() const override { return {240, 320}; }

 Q_SIGNALS:
  void picked(int layer, int column);

 protected:
  bool isEmpty() const override { return values_.empty(); }
  void applyTheme() override;
  void hover(const QPointF* position) override;
  void clicked(QPointF position) override;
  bool moveCursor(int right, int down) override;

 private:
  friend class OverviewCells;
  std::pair<double, double> limits() const;
  bool isFlat() const;   // all values have the same text, since they differ by rounding only; they get one colour
  QString scaleWords(double value) const { return words_ ? words_(value) : value_words(value, 3); }
  QString wordsOf(int layer, int column) const;
  int layers_ = 0, layer_ = -1, column_ = -1;
  QStringList columns_;
  std::vector<double> values_;
  ColourMap map_ = ColourMap::Viridis;
  double low_ = 0, high_ = 0;
  std::function<QString(double)> words_;
  class OverviewCells* cells_ = nullptr;
};

}   // namespace ui
