#pragma once
// The queue as a table: waiting, running and finished recipes; reorder, remove, continue. Part of the runs page.
// Thread: the window's.
#include "ui/engine/run_queue.h"
#include "ui/engine/studio.h"
#include "ui/item_models/column_model.h"
#include "ui/widgets/card.h"

namespace ui {

class Button;
class TableView;
class Text;
class WordButton;

class QueuePanel : public Card {
  Q_OBJECT

 public:
  QueuePanel(Studio& studio, RunQueue& queue, QWidget* parent = nullptr);

 Q_SIGNALS:
  void refused(const QString& title, const QString& reason);   // the current recipe can't run

 private:
  void addPresent();
  void show();
  void showActions();
  Studio& studio_;
  RunQueue& queue_;
  ColumnModel<RunQueue::Entry>* model_;
  TableView* table_;
  Text* words_;
  QWidget* actions_;
  Button *up_, *down_, *out_, *go_on_;
  WordButton* clear_;
};

}   // namespace ui
