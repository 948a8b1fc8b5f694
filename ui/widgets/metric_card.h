#pragma once
// One number of a run with its history: "TOKENS / S  1,062" above a sparkline.
#include "ui/widgets/card.h"

namespace ui {

class Sparkline;

class MetricCard : public Card {
  Q_OBJECT
 public:
  explicit MetricCard(const QString& name, Tone tone = Tone::Accent, QWidget* parent = nullptr);
  void setValue(const QString& value, const QString& unit = {});
  void setHistory(std::vector<float> values);

 private:
  QString name_;
  Text* value_;
  Text* unit_;
  Sparkline* history_;
};

}   // namespace ui
