#pragma once
// Counts over values, with a line where something is cut ("longest example: 512 tokens"). Window thread.
#include <optional>

#include "ui/plots/histogram_math.h"
#include "ui/plots/plot_view.h"

namespace ui {

class Histogram : public PlotView {
  Q_OBJECT
 public:
  explicit Histogram(const QString& name, QWidget* parent = nullptr);
  void setValues(const std::vector<double>& values, bool whole_numbers);
  void setBins(Bins bins);
  // Bars beyond the line are alarm red: what lies there is cut.
  void setLimit(std::optional<double> value, const QString& words = {});
  void setUnit(const QString& unit) { unit_ = unit; }

  QString numbers() const override;
  QString spoken() const override;
  void resetView() override;

 protected:
  bool isEmpty() const override { return bins_.counts.empty(); }
  void applyTheme() override;
  void hover(const QPointF* position) override;

 private:
  void rebuild();
  Bins bins_;
  std::optional<double> limit_;
  QString limit_words_, unit_;
};

}   // namespace ui
