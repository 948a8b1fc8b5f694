#pragma once
// A few exclusive choices side by side ("linear | log"). The left and right keys move between them, as in tabs.
#include <QWidget>

#include <vector>

namespace ui {

class SegmentedSwitch : public QWidget {
  Q_OBJECT
 public:
  SegmentedSwitch(const QString& name, const QStringList& choices, QWidget* parent = nullptr);
  int current() const { return current_; }
  void setCurrent(int index);
  void setChoices(const QStringList& choices);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 Q_SIGNALS:
  void currentChanged(int index);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  std::vector<QRect> segments() const;
  int at(QPoint point) const;
  QString name_;
  QStringList choices_;
  int current_ = 0, hovered_ = -1;
};

}   // namespace ui
