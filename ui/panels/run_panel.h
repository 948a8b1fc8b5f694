#pragma once
// The side panel of every page: what would run or is running, the memory plan, and at the bottom the next action or
// what is missing for it. Thread: the window's.
#include <vector>

#include "ui/engine/studio.h"
#include "ui/widgets/page_frame.h"

namespace ui {

class Button;
class KeyValueRow;
class MemoryPlanView;
class PrimaryButton;
class Text;
class ThinProgress;

class RunPanel : public SidePanelFrame {
  Q_OBJECT

 public:
  explicit RunPanel(Studio& studio, QWidget* parent = nullptr);
  void startOrSayWhy();   // for Ctrl+Return
  // Asks how to stop: continue, stop and save, stop without saving.
  void askToStop();
  void setShownStage(Stage stage);

 private:
  void makePreview();
  void makeLive();
  void makeActions();
  void showPreview();
  void showLive();
  void showUnits(JobId job, const QString& what, qint64 done, qint64 total);
  void showActions();
  KeyValueRow* row(QWidget* parent, const QString& name);

  Studio& studio_;
  QWidget *preview_, *live_, *live_buttons_, *live_events_;
  std::vector<KeyValueRow*> preview_rows_, live_rows_, events_;
  Text *step_, *warnings_;
  ThinProgress* progress_;
  MemoryPlanView* plan_;
  Button *pause_, *stop_, *save_, *sample_, *refresh_, *rate_, *next_;
  PrimaryButton* start_;
  Stage shown_ = Stage::Model, next_stage_ = Stage::Model;
};

}   // namespace ui
