#pragma once
// Keeps the window's set-up over restarts: the last model, data and recipe, the waiting queue, and the run that was in
// progress when the window closed or crashed. Thread: the window's.
#include <filesystem>
#include <optional>

#include <QObject>
#include <QTimer>

#include "ui/engine/studio.h"

namespace ui {

class Settings;

class KeptSetup : public QObject {
  Q_OBJECT

 public:
  // Restores set-up and queue, then saves them whenever they change.
  KeptSetup(Studio& studio, Settings& settings, QObject* parent = nullptr);
  ~KeptSetup() override;   // saves what is still to be saved

  // The run whose end neither this window nor the previous one saw; std::nullopt if it ended since, or after letGo().
  std::optional<std::filesystem::path> unfinishedRun() const;
  void letGo();   // stops asking about that run
  // What could not be restored, in words; empty: nothing.
  QString missing() const { return missing_; }

 private:
  void restoreSetup();
  void keepSetup();
  void keepQueue();
  void followRun();

  Studio& studio_;
  Settings& settings_;
  QTimer later_;   // delays saving: moving a slider changes the recipe many times a second
  QString missing_;
};

}   // namespace ui
