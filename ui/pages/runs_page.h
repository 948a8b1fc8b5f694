#pragma once
// Page 6: all runs, started here or from the command line. Curves of several runs together, differences between two
// recipes; resume, name, reuse, open the result, delete; duels; and the queue of recipes to run.
#include <QFileSystemWatcher>
#include <QSortFilterProxyModel>

#include "ui/engine/studio.h"
#include "ui/item_models/column_model.h"
#include "ui/widgets/page_frame.h"

namespace ui {

class Button;
class Card;
class DuelPanel;
class Legend;
class LinePlot;
class SegmentedSwitch;
class TableView;
class Text;
class WordButton;

class RunsPage : public PageFrame {
  Q_OBJECT

 public:
  explicit RunsPage(Studio& studio, QWidget* parent = nullptr);
  void refresh();
  void point(const std::filesystem::path& folder);   // selects this run, or says that it is not in the list

 Q_SIGNALS:
  void interruptedFound(int count);   // after the first refresh: number of runs that can be resumed

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  struct DifferenceRow {
    QString field, left, right;
  };
  void makeTable();
  void makeCurves();
  void makeDifferences();
  void sayError(const lift::Error& error);
  void makePanels();
  std::vector<lift::RunSummary> chosen() const;
  void choose(const std::vector<lift::RunSummary>& list);
  void chooseWanted();
  void fitColumns(int width);
  void showChosen();
  void showHistories(std::vector<lift::RunHistory> read);
  void drawCurves();
  void resumeChosen();
  void findChosen();
  void labelChosen();
  void saveChosen();
  void useChosen();
  void openChosen();
  void deleteChosen();
  void deleteRuns(const std::vector<std::filesystem::path>& folders);

  Studio& studio_;
  ColumnModel<lift::RunSummary>* runs_;
  QSortFilterProxyModel* sorted_;
  TableView* table_;
  Text *none_, *remark_;
  QWidget* actions_;
  Button *resume_, *find_, *use_, *open_, *label_, *delete_;
  WordButton* save_;
  Card *curves_card_, *differences_card_;
  SegmentedSwitch* metric_;
  Legend* legend_;
  LinePlot* curves_;
  DuelPanel* duel_;
  ColumnModel<DifferenceRow>* differences_;
  TableView* differences_table_;
  std::vector<lift::RunHistory> histories_;       // of the selected runs
  std::optional<std::filesystem::path> wanted_;   // to be selected when the runs have been read
  bool looked_ = false;
};

}   // namespace ui
