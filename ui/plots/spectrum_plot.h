#pragma once
// Singular values of one or more matrices by rank, or their cumulative share of energy, with a line at the chosen rank.
// Window thread.
#include <vector>

#include "ui/plots/axis_math.h"
#include "ui/plots/plot_view.h"

class QCPItemEllipse;
class QCPItemStraightLine;
class QCPItemText;

namespace ui {

class SpectrumPlot : public PlotView {
  Q_OBJECT
 public:
  enum class Show { Values, Energy, Change };   // Change: difference of "now" from its base, in percent
  struct Curve {
    QString name;                         // such as "12 · down_proj"
    std::vector<float> singular_values;   // descending
    double total_energy = 0;              // of the whole matrix; 0 = sum of the given squares
    bool dashed = false;                  // "now" beside a solid "base"
    int colour = 0;                       // index into Colours::series; base and now of a matrix share it
  };

  explicit SpectrumPlot(const QString& name, QWidget* parent = nullptr);
  ~SpectrumPlot() override;
  void setCurves(std::vector<Curve> curves);
  static QColor colourOf(int index);   // of Curve::colour, in the current theme
  const std::vector<Curve>& curves() const { return curves_; }
  void setRank(int rank);       // the line at rank R; 0 = none. Its handle can be dragged; clicks elsewhere do nothing.
  void setMostRank(int rank);   // limit of the handle, however long the curves are
  void setShow(Show show);
  void setLogarithmic(bool logarithmic);   // of the y axis

  QString numbers() const override;
  QString spoken() const override;
  void resetView() override;

 Q_SIGNALS:
  void rankPicked(int rank);   // while the handle is dragged; from 1 to the limit

 protected:
  void applyTheme() override;
  bool isEmpty() const override { return curves_.empty(); }
  void hover(const QPointF* position) override;
  void zoomAt(QPointF position, double factor) override;
  void panBy(QPointF pixels) override;
  bool hasHandleAt(QPointF position) const override;
  void dragHandle(QPointF position) override;
  bool moveCursor(int right, int down) override;

 private:
  void rebuild();
  void showAt(int rank, QPointF pixel);
  std::vector<double> plotted(const Curve& curve) const;
  std::vector<const Curve*> nearest(int rank, double y) const;   // y in pixels
  QString wordsAt(const Curve& curve, int rank) const;
  int longest() const;

  std::vector<Curve> curves_;
  int rank_ = 0, most_rank_ = 0, cursor_ = 0;   // most 0: the length of the curves
  Show show_ = Show::Values;
  bool logarithmic_ = true;
  Range view_{1, 2};
  QCPItemStraightLine* rank_line_ = nullptr;
  QCPItemStraightLine* crosshair_ = nullptr;
  QCPItemText* rank_text_ = nullptr;
  QCPItemEllipse* handle_ = nullptr;
};

}   // namespace ui
