#pragma once
// A stack that is as high as what it shows: a short page beside a long one does not scroll through blank ground.
#include <QStackedWidget>

namespace ui {

class PageStack : public QStackedWidget {
  Q_OBJECT
 public:
  explicit PageStack(QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override;
  int heightForWidth(int width) const override;

 protected:
  bool event(QEvent* event) override;
};

}   // namespace ui
