#pragma once
// One row as the model sees it: every token, those that train in the colour of what learns, those cut off struck out.
// Used by the data page. Window thread.
#include <QTextEdit>

#include "core/data/data_summary.h"

namespace ui {

class TokenView : public QTextEdit {
  Q_OBJECT

 public:
  explicit TokenView(QWidget* parent = nullptr);
  void setRow(const lift::RowView& row);
  void clearRow();

 private:
  void render();
  lift::RowView row_;
};

}   // namespace ui
