#pragma once
// The selection's rarer settings, folded until asked for: what measures the budget, which weights count as principal,
// which layers. Part of the selection page's card. Window thread.
#include <QWidget>

#include "ui/engine/studio.h"

class QLineEdit;

namespace ui {

class ComboBox;
class SegmentedSwitch;
class SpinBox;
class WordButton;

class SelectionExtras : public QWidget {
  Q_OBJECT

 public:
  explicit SelectionExtras(Studio& studio, QWidget* parent = nullptr);

 Q_SIGNALS:
  void changed(const QString& assignment);   // a field of the recipe, as Studio::setField takes it

 private:
  void showRecipe();
  void readLayers();
  Studio& studio_;
  WordButton* fold_;
  QWidget* body_;
  SegmentedSwitch* budget_;
  SpinBox* budget_rank_;
  ComboBox* criterion_;
  QLineEdit* layers_;
  bool filling_ = false;
};

// "0-2, 7" as 0, 1, 2, 7, and back; nothing for what is no such list. Every number once, ascending.
std::optional<std::vector<std::int32_t>> layersOf(const QString& words);
QString layerWords(const std::vector<std::int32_t>& layers);

}   // namespace ui
