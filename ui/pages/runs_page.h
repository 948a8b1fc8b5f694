#pragma once
// Page 6: every run there ever was, whoever started it. Curves of several over each other, what differs between two
// recipes, go on, use as new, open the result, delete; and a queue of what shall run next.
#include <QFileSystemWatcher>
#include <QSortFilterProxyModel>

#include <deque>

#include "ui/engine/studio.h"
#include "ui/item_models/column_model.h"
#include "ui/widgets/page_frame.h"

namespace ui {

class Button;
class Card;
class LinePlot;
class TableView;
class Text;

class RunsPage : public PageFrame {
  Q_OBJECT

 public:
  explicit RunsPage(Studio& studio, QWidget* parent = nullptr);
  void refresh();
  void enqueue(const lift::Recipe& recipe);
  int queued() const { return static_cast<int>(queue_.size()); }

 Q_SIGNALS:
  void queueChanged(int waiting);
  void interruptedFound(int count);      // at the first look: runs that can go on

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  struct DifferenceRow {
    QString field, left, right;
  };
  void makeTable();
  void makeCurves();
  void makeDifferences();
  void makeQueue();
  std::vector<lift::RunSummary> chosen() const;
  void showChosen();
  void showHistories(const std::vector<lift::RunHistory>& histories);
  void resumeChosen();
  void useChosen();
  void openChosen();
  void deleteChosen();
  void deleteRuns(const std::vector<std::filesystem::path>& folders);
  void startNext();
  void showQueue();

  Studio& studio_;
  ColumnModel<lift::RunSummary>* runs_;
  QSortFilterProxyModel* sorted_;
  TableView* table_;
  Button *resume_, *use_, *open_, *delete_;
  Card *curves_card_, *differences_card_, *queue_card_;
  LinePlot* curves_;
  ColumnModel<DifferenceRow>* differences_;
  TableView* differences_table_;
  Text* queue_words_;
  std::deque<lift::Recipe> queue_;
  bool looked_ = false;
};

}  // namespace ui
