#pragma once
// A duel: what takes part, how far it is, and what it has shown: a table, the front of learned against kept, what can
// be said. Part of the runs page; its numbers are core's (core/duel). Thread: the window's.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/duel/duel_report.h"
#include "ui/engine/duel_monitor.h"
#include "ui/item_models/column_model.h"
#include "ui/widgets/card.h"

class QCheckBox;
class QLabel;

namespace ui {

class Banner;
class Button;
class ComboBox;
class FrontPlot;
class Legend;
class SpinBox;
class TableView;
class Text;
class ThinProgress;
class WordButton;

class DuelPanel : public Card {
  Q_OBJECT

 public:
  explicit DuelPanel(Studio& studio, QWidget* parent = nullptr);
  void refresh();   // reads the duels that there are
  DuelMonitor& monitor() { return monitor_; }

 Q_SIGNALS:
  void failed(const lift::Error& error);

 private:
  struct Found {
    std::filesystem::path folder;
    lift::DuelState state;
  };
  void makeForm();
  void makeProgress();
  void makeResult();
  lift::DuelConfig asked() const;
  QString obstacle() const;   // why no duel can start; empty: it can
  void start();
  void showForm();
  void showProgress();
  void showDuels();
  void showResult();
  void fitColumns(int width);
  void openReport();
  const Found* chosen() const;   // nullptr: there is none

  Studio& studio_;
  DuelMonitor monitor_;
  std::vector<Found> duels_;
  lift::DuelReport report_;   // of the chosen one
  std::vector<std::pair<std::string, QCheckBox*>> methods_;
  SpinBox *seeds_, *searches_, *search_steps_;
  ComboBox *rates_, *which_;
  Text *plan_, *progress_words_, *base_, *said_;
  Button *start_, *stop_, *go_on_, *open_;
  QWidget *progress_, *result_;
  ThinProgress* bar_;
  ColumnModel<lift::DuelRow>* rows_;
  TableView* table_;
  FrontPlot* front_;
  Legend* legend_;
};

}   // namespace ui
