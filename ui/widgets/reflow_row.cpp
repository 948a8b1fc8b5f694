#include "ui/widgets/reflow_row.h"

#include <QResizeEvent>

#include "ui/look/tokens.h"

namespace ui {

ReflowRow::ReflowRow(int stack_below, QWidget* parent)
    : QWidget(parent), row_(new QBoxLayout(QBoxLayout::LeftToRight, this)), stack_below_(stack_below) {
  row_->setContentsMargins(0, 0, 0, 0);
  row_->setSpacing(measure::kGapLarge);
  // The row must be able to get narrow enough to stack.
  row_->setSizeConstraint(QLayout::SetNoConstraint);
}

void ReflowRow::add(QWidget* card, int stretch) { row_->addWidget(card, stretch); }

QSize ReflowRow::minimumSizeHint() const {
  int wide = 0;
  for (int i = 0; i < row_->count(); ++i) wide = std::max(wide, row_->itemAt(i)->minimumSize().width());
  return {wide, row_->minimumSize().height()};
}

void ReflowRow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  const auto wanted = event->size().width() < stack_below_ ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
  if (row_->direction() == wanted) return;
  row_->setDirection(wanted);
  updateGeometry();
}

}   // namespace ui
