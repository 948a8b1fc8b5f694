#include "ui/widgets/table_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSortFilterProxyModel>

#include <algorithm>

#include "ui/look/tokens.h"

using namespace Qt::StringLiterals;

namespace ui {

TableView::TableView(const QString& name, QWidget* parent) : QTableView(parent) {
  setAccessibleName(name);
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::ExtendedSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setTabKeyNavigation(false);
  setWordWrap(false);
  setMouseTracking(true);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setCornerButtonEnabled(false);
  verticalHeader()->hide();
  verticalHeader()->setDefaultSectionSize(measure::kTableRow);
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  horizontalHeader()->setMinimumSectionSize(48);
}

void TableView::setStretchColumn(int column) {
  stretched_ = column;
  horizontalHeader()->setStretchLastSection(false);
  horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

void TableView::setWrapping(bool wraps) {
  wraps_ = wraps;
  setWordWrap(wraps);
  setTextElideMode(wraps ? Qt::ElideNone : Qt::ElideRight);
  horizontalHeader()->setSectionResizeMode(wraps ? QHeaderView::Stretch : QHeaderView::Interactive);
  verticalHeader()->setSectionResizeMode(wraps ? QHeaderView::ResizeToContents : QHeaderView::Fixed);
  fitRows();
}

int TableView::shownHeight() const {
  const int rows = std::clamp(model()->rowCount(), least_rows_, most_rows_);
  if (!wraps_) return rows * verticalHeader()->defaultSectionSize();
  int height = 0;
  for (int row = 0; row < std::min(rows, model()->rowCount()); ++row) height += rowHeight(row);
  return std::max(height, least_rows_ * verticalHeader()->defaultSectionSize());
}

void TableView::setRowsShown(int least, int most) {
  least_rows_ = least;
  most_rows_ = most;
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  fitRows();
}

void TableView::setModel(QAbstractItemModel* model) {
  QTableView::setModel(model);
  if (qobject_cast<QSortFilterProxyModel*>(model)) {
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);   // as it comes, until a head is pressed
    horizontalHeader()->setSortIndicatorClearable(true);
    setSortingEnabled(true);
  }
  connect(model, &QAbstractItemModel::modelReset, this, [this] { fitRows(); });
  connect(model, &QAbstractItemModel::rowsInserted, this, [this] { fitRows(); });
  connect(model, &QAbstractItemModel::rowsRemoved, this, [this] { fitRows(); });
  fitRows();
}

void TableView::fitRows() {
  if (most_rows_ == 0 || !model()) return;
  if (wraps_) resizeRowsToContents();
  // Not even for a moment where all rows fit: it would leave the columns narrower than their place.
  setVerticalScrollBarPolicy(model()->rowCount() > most_rows_ ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
  setFixedHeight(horizontalHeader()->sizeHint().height() + shownHeight() + 2);
}

void TableView::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  // Later: columns that come and go in the midst of a resize leave the stretched one at its old width.
  QMetaObject::invokeMethod(
      this,
      [this] {
        Q_EMIT widthChanged(viewport()->width());
        if (wraps_) fitRows();
        if (stretched_ >= 0) horizontalHeader()->setSectionResizeMode(stretched_, QHeaderView::Stretch);
      },
      Qt::QueuedConnection);
}

void TableView::keyPressEvent(QKeyEvent* event) {
  if (!event->matches(QKeySequence::Copy) || !selectionModel()) return QTableView::keyPressEvent(event);
  QModelIndexList rows = selectionModel()->selectedRows();
  std::sort(rows.begin(), rows.end());
  QStringList lines;
  for (const QModelIndex& row : rows) {
    QStringList cells;
    for (int column = 0; column < model()->columnCount(); ++column)
      if (!isColumnHidden(column))
        cells << row.siblingAtColumn(column).data().toString().remove(QChar(0x200B));   // only there to wrap
    lines << cells.join(u'\t');
  }
  QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QTableView::currentChanged(current, previous);
  if (current.row() != previous.row()) Q_EMIT currentRowChanged(current.isValid() ? current.row() : -1);
}

}   // namespace ui
