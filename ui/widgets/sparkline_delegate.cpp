#include "ui/widgets/sparkline_delegate.h"

#include "ui/item_models/column_model.h"
#include "ui/look/theme.h"
#include "ui/widgets/bars.h"

namespace ui {

void SparklineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyledItemDelegate::paint(painter, option, index);
  const auto values = index.data(kCurveRole).value<std::vector<float>>();
  paintSparkline(*painter, QRectF(option.rect).adjusted(8, 7, -8, -7), values, colours().mark(Tone::Accent));
}

QSize SparklineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  return {96, QStyledItemDelegate::sizeHint(option, index).height()};
}

}   // namespace ui
