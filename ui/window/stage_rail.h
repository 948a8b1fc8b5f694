#pragma once
// The rail at the left: stages in order, ticked when done; Runs and Settings apart. Arrow keys move, Return opens.
#include <QWidget>

#include <array>

#include "ui/window/page_id.h"

namespace ui {

class StageRail : public QWidget {
  Q_OBJECT
 public:
  explicit StageRail(QWidget* parent = nullptr);
  PageId current() const { return current_; }
  void setCurrent(PageId page);
  void setDone(PageId page, bool done);
  // A count or dot after the name ("2" runs in the queue, "•" for an active run); empty removes it.
  void setMark(PageId page, const QString& mark);

 Q_SIGNALS:
  void chosen(PageId page);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  class RailItem* item(PageId page) const {
    return items_[static_cast<std::size_t>(page)];
  }
  PageId current_ = PageId::Model;
  std::array<RailItem*, kPageCount> items_{};
};

}   // namespace ui
