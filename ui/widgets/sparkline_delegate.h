#pragma once
// Draws a table cell as a small curve, from the item's kCurveRole (column_model.h). Used by the table of runs.
#include <QStyledItemDelegate>

namespace ui {

class SparklineDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}   // namespace ui
