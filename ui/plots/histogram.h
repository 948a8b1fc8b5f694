#pragma once
// A histogram with an optional line at a limit, such as the longest allowed row (512 tokens). Window thread.
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
  // Bars above the limit are drawn in alarm red, as their rows are truncated.
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
