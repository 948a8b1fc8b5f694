#pragma once
// Less common selection settings, collapsed at first: how the budget is measured, which criterion, which layers.
// Part of the selection page's card. Thread: the window's.
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
  void changed(const QString& assignment);   // a recipe field's new value, for Studio::setField

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

// Converts "0-2, 7" to 0, 1, 2, 7 and back. Ascending, without duplicates; std::nullopt for other texts.
std::optional<std::vector<std::int32_t>> layersOf(const QString& words);
QString layerWords(const std::vector<std::int32_t>& layers);

}   // namespace ui
