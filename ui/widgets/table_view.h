#pragma once
// The window's table: no grid, whole rows selected, sortable headers; Tab leaves the table, Ctrl+C copies rows.
#include <QTableView>

namespace ui {

class TableView : public QTableView {
  Q_OBJECT
 public:
  explicit TableView(const QString& name, QWidget* parent = nullptr);
  // The column that gets the remaining width.
  void setStretchColumn(int column);
  // As high as its rows, but at least `least` and at most `most` rows high.
  void setRowsShown(int least, int most);
  // Columns share the width, and long cells wrap: each row is as high as its highest cell.
  void setWrapping(bool wraps);
  // A press on a header sorts a QSortFilterProxyModel upwards, then downwards, then as in the source model.
  void setModel(QAbstractItemModel* model) override;

 Q_SIGNALS:
  void currentRowChanged(int row);   // row in the view's model; -1 = none
  void widthChanged(int width);      // of the viewport; a narrow table may hide columns

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

 private:
  void fitRows();
  int shownHeight() const;               // of the visible rows
  int least_rows_ = 0, most_rows_ = 0;   // 0: any height
  int stretched_ = -1;
  bool wraps_ = false;
};

}   // namespace ui
