#pragma once
// Rows of cards that adapt to the width: ReflowRow stacks its cards when it is narrower than `stack_below` pixels,
// FlowRow breaks them into lines.
#include <vector>

#include <QBoxLayout>
#include <QGridLayout>
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

// Small cards of equal width, as many per line as their minimum widths allow.
class FlowRow : public QWidget {
  Q_OBJECT
 public:
  explicit FlowRow(int gap, QWidget* parent = nullptr);
  void add(QWidget* card);
  QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void arrange(int columns);
  int columnsIn(int width) const;
  QGridLayout* grid_;
  std::vector<QWidget*> cards_;
  int columns_ = 0;
};

}   // namespace ui
