#pragma once
// A QStackedWidget as high as its current page, so that a short page does not scroll through empty space.
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
