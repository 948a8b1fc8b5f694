#pragma once
// The 44 px strip at the top: program, model and data, recipe, device; menu and side panel switch at the right.
#include <QWidget>

class QMenu;

namespace ui {

class Chip;
class IconButton;
class Text;

class TitleStrip : public QWidget {
  Q_OBJECT
 public:
  explicit TitleStrip(QMenu* menu, QWidget* parent = nullptr);
  void setModelAndData(const QString& model, const QString& data);   // empty ones are omitted
  void setRecipe(const QString& recipe);
  void setDevice(const QString& device);   // "CPU · 2 threads · bf16"
  IconButton* panelSwitch() { return panel_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Text* subject_;
  Chip* recipe_;
  Text* device_;
  IconButton* panel_;
};

}   // namespace ui
