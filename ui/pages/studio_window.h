#pragma once
// The program's main window: creates the pages and connects them. Contains no other logic.
#include <memory>

#include "ui/engine/studio.h"
#include "ui/window/main_window.h"

namespace ui {

class KeptSetup;
class ModelPage;
class ResultsPage;
class TrainPage;
class RunPanel;
class RunsPage;
class SleepGuard;

class StudioWindow : public MainWindow {
  Q_OBJECT

 public:
  StudioWindow(Settings& settings, lift::SessionOptions options, QWidget* parent = nullptr);
  ~StudioWindow() override;

  Studio& studio() { return *studio_; }
  // Opens a model, data file, recipe, delta or run folder, from the desktop or the command line.
  void openPath(const QString& path);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void closeEvent(QCloseEvent* event) override;

 private:
  void makePages(const QString& runs_directory);
  void offerUnfinished();
  void sayUnfinished(const lift::RunSummary& run);
  void makeShortcuts();
  void wireStatus();
  bool mayClose();
  void showRunActions();
  void openRecipe(lift::Result<lift::Recipe> recipe);
  void openRows(const QString& path);
  void openDelta(const QString& path);
  void showTitle();
  void showTicks();
  void finished();

  std::unique_ptr<Studio> studio_;
  ModelPage* models_;
  TrainPage* train_;
  ResultsPage* results_;
  RunsPage* runs_;
  RunPanel* panel_;
  KeptSetup* kept_;
  std::unique_ptr<SleepGuard> sleep_guard_;
  bool closing_ = false;
  bool restarts_ = false;   // restarts the program after closing
};

}   // namespace ui
