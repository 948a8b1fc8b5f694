#pragma once
// The singular values of the open model, matrix after matrix in the background: what is looked at first, the rest of
// the model after it, other questions in between. Beside a run it takes a small part of the run's time, and looks again
// at what the picked matrix has become. Nothing is computed while nobody looks. Used by the selection page. Window
// thread.
#include <functional>
#include <map>
#include <optional>

#include <QElapsedTimer>
#include <QObject>

#include "core/spectra/spectrum.h"
#include "ui/engine/studio.h"

namespace ui {

class SpectraSurvey : public QObject {
  Q_OBJECT

 public:
  explicit SpectraSurvey(Studio& studio, QObject* parent = nullptr);

  void setWatched(bool watched);
  // The picked matrix, and which others are shown beside it: these come first.
  void setCurrent(lift::MatrixId id, std::function<bool(lift::MatrixId)> shown);
  lift::MatrixId current() const { return current_; }
  bool isShown(lift::MatrixId id) const { return id == current_ || (shown_ && shown_(id)); }

  const std::map<lift::MatrixId, lift::Spectrum>& bases() const { return bases_; }   // of the model's file, so far
  bool complete() const;
  // The picked matrix as it is now, where that is other than its base: with the delta, or in the middle of a run.
  const lift::Spectrum* now() const;
  // Numbers the models that were open: what was said of another is no longer asked.
  std::int64_t model() const { return survey_; }

 Q_SIGNALS:
  void restarted();   // another model, or none: nothing is known
  void baseTaken(lift::MatrixId id);
  void nowChanged();
  void looksAgain();   // the run has gone on: what is shown of its weights is of an earlier step

 private:
  void restart();
  std::optional<lift::MatrixId> next() const;
  void askBase();
  void askNow();
  void lookAgain();
  bool differsFromBase() const;
  bool inRun() const;

  Studio& studio_;
  bool watched_ = false;
  lift::MatrixId current_;
  std::function<bool(lift::MatrixId)> shown_;
  std::map<lift::MatrixId, lift::Spectrum> bases_;
  std::optional<std::pair<lift::MatrixId, lift::Spectrum>> now_;
  std::int64_t survey_ = 0;
  bool asking_base_ = false, asking_now_ = false;
  QElapsedTimer looked_;   // at a run in progress, and at which step
  std::int64_t looked_step_ = 0, looked_cost_ms_ = 0;
  QElapsedTimer rested_;   // since the last base spectrum beside a run
  std::int64_t rest_ms_ = 0;
};

}   // namespace ui
