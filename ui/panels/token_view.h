#pragma once
// One row as the model sees it: its tokens, those that are trained on in the accent colour, truncated ones struck out.
// Used by the data page. Thread: the window's.
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
