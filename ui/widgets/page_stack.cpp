#include "ui/widgets/page_stack.h"

#include <QEvent>

namespace ui {

PageStack::PageStack(QWidget* parent) : QStackedWidget(parent) {
  connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
}

QSize PageStack::sizeHint() const { return currentWidget() ? currentWidget()->sizeHint() : QSize(); }
QSize PageStack::minimumSizeHint() const { return currentWidget() ? currentWidget()->minimumSizeHint() : QSize(); }
bool PageStack::hasHeightForWidth() const { return currentWidget() && currentWidget()->hasHeightForWidth(); }
int PageStack::heightForWidth(int width) const { return currentWidget() ? currentWidget()->heightForWidth(width) : -1; }

// What is shown has another size now; the layout of a stack asks for the largest of all.
bool PageStack::event(QEvent* event) {
  if (event->type() == QEvent::LayoutRequest) updateGeometry();
  return QStackedWidget::event(event);
}

}   // namespace ui
