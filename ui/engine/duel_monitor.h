#pragma once
// A duel that goes on in the window: run after run through RunMonitor, so that the train page, the status strip and the
// question before closing treat each like any other run. Runs of the queue come between. Thread: the window's.
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include <QObject>

#include "core/duel/duel.h"
#include "ui/engine/studio.h"

namespace ui {

class DuelMonitor : public QObject {
  Q_OBJECT

 public:
  enum class Stage : unsigned char { Idle, Preparing, Running, Stopping, Stopped, Done, Failed };

  explicit DuelMonitor(Studio& studio, QObject* parent = nullptr);

  void start(const lift::DuelConfig& config, const std::string& name);   // in a folder of its own
  void goOn(const std::filesystem::path& folder);
  void stop();   // saves the present run; goOn() continues it

  Stage stage() const { return stage_; }
  bool active() const { return stage_ == Stage::Preparing || stage_ == Stage::Running || stage_ == Stage::Stopping; }
  // Of the duel that goes on, or went on last; std::nullopt before the first one is prepared.
  const std::optional<lift::DuelState>& state() const { return state_; }
  const std::filesystem::path& folder() const { return folder_; }
  // The present run; std::nullopt: none, or one of the queue comes first.
  const std::optional<lift::DuelJob>& job() const { return job_; }
  const std::optional<lift::Error>& error() const { return error_; }   // for Failed

 Q_SIGNALS:
  void changed();

 private:
  using Open = std::function<lift::Result<lift::Duel>(lift::Session&)>;
  void open(Open body);
  void next();
  void runEnded();
  void end(Stage stage);

  Studio& studio_;
  std::shared_ptr<lift::Duel> duel_;   // used by the engine's thread while job_ is set
  std::optional<lift::DuelState> state_;
  std::filesystem::path folder_;
  std::optional<lift::DuelJob> job_;
  std::optional<lift::Error> error_;
  Stage stage_ = Stage::Idle;
};

}   // namespace ui
