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

 Q_SIGNALS:
  void currentRowChanged(int row);   // in the view's model; -1 = none

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
};

}  // namespace ui
