#pragma once
// Cards side by side that stand under each other where the row is narrower than `stack_below` pixels.
#include <QBoxLayout>
#include <QWidget>

namespace ui {

class ReflowRow : public QWidget {
  Q_OBJECT
 public:
  explicit ReflowRow(int stack_below, QWidget* parent = nullptr);
  void add(QWidget* card, int stretch = 0);
  QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QBoxLayout* row_;
  int stack_below_;
};

}   // namespace ui
