#pragma once
// A table as the window has them: no grid, whole rows, sortable heads, Tab leaves the table, Ctrl+C copies rows.
#include <QTableView>

namespace ui {

class TableView : public QTableView {
  Q_OBJECT
 public:
  explicit TableView(const QString& name, QWidget* parent = nullptr);
  // The column that takes the width that is left.
  void setStretchColumn(int column);
  // As high as its rows, within these many: no empty ground below three rows, no page-long table of a hundred.
  void setRowsShown(int least, int most);
  // All columns share the width, and long cells wrap: rows get as high as their longest cell.
  void setWrapping(bool wraps);
  // A QSortFilterProxyModel is sorted by pressing a head; pressing on goes down, then back to the model's own order.
  void setModel(QAbstractItemModel* model) override;

 Q_SIGNALS:
  void currentRowChanged(int row);   // in the view's model; -1 = none
  void widthChanged(int width);      // of what shows columns: a narrow table may hide some

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

 private:
  void fitRows();
  int shownHeight() const;               // of the rows that are shown
  int least_rows_ = 0, most_rows_ = 0;   // 0: any height
  int stretched_ = -1;
  bool wraps_ = false;
};

}   // namespace ui
