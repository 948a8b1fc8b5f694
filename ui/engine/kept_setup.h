#pragma once
// What the window is about, kept over its starts: the last set-up (model, data, recipe), what waits in the queue, and
// the run that was going on when the window went, by whatever way it went. Window thread.
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
  // Puts back the set-up and the queue, then keeps them as they change.
  KeptSetup(Studio& studio, Settings& settings, QObject* parent = nullptr);
  ~KeptSetup() override;   // writes down what waits to be

  // The run that this window or the one before it did not see end; nothing where it ended since, or was let go.
  std::optional<std::filesystem::path> unfinishedRun() const;
  void letGo();   // it is not asked for again
  // What could not be put back, in words; empty: all was.
  QString missing() const { return missing_; }

 private:
  void restoreSetup();
  void keepSetup();
  void keepQueue();
  void followRun();

  Studio& studio_;
  Settings& settings_;
  QTimer later_;   // a slider that moves changes the recipe many times a second
  QString missing_;
};

}   // namespace ui
