#include "ui/widgets/reflow_row.h"

#include <algorithm>

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

FlowRow::FlowRow(int gap, QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this)) {
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setSpacing(gap);
  grid_->setSizeConstraint(QLayout::SetNoConstraint);   // it must be able to get narrow enough to break
}

void FlowRow::add(QWidget* card) {
  cards_.push_back(card);
  arrange(static_cast<int>(cards_.size()));
}

QSize FlowRow::minimumSizeHint() const {
  int wide = 0;
  for (const QWidget* card : cards_)
    wide = std::max(wide, card->minimumSizeHint().expandedTo(card->minimumSize()).width());
  return {wide, grid_->minimumSize().height()};
}

int FlowRow::columnsIn(int width) const {
  const int least = minimumSizeHint().width() + grid_->spacing();
  const int most =
      std::clamp((width + grid_->spacing()) / std::max(1, least), 1, std::max<int>(1, static_cast<int>(cards_.size())));
  const int lines = (static_cast<int>(cards_.size()) + most - 1) / most;
  return (static_cast<int>(cards_.size()) + lines - 1) / std::max(1, lines);   // no line of one below a line of four
}

void FlowRow::arrange(int columns) {
  columns_ = columns;
  for (std::size_t i = 0; i < cards_.size(); ++i)
    grid_->addWidget(cards_[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
  for (int column = 0; column < static_cast<int>(cards_.size()); ++column)
    grid_->setColumnStretch(column, column < columns ? 1 : 0);
  updateGeometry();
}

void FlowRow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (const int columns = columnsIn(event->size().width()); columns != columns_ && !cards_.empty()) arrange(columns);
}

}   // namespace ui
