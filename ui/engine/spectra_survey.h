#pragma once
// Computes the singular values of the open model in the background, matrix by matrix: first those shown, then the rest,
// with other jobs in between. During a run it takes a small share of the run's time, and repeats the picked matrix as
// it changes. Computes nothing while the page is hidden. Used by the selection page.
// Thread: the window's.
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
  // The picked matrix, and which others are shown with it; these are computed first.
  void setCurrent(lift::MatrixId id, std::function<bool(lift::MatrixId)> shown);
  lift::MatrixId current() const { return current_; }
  bool isShown(lift::MatrixId id) const { return id == current_ || (shown_ && shown_(id)); }

  const std::map<lift::MatrixId, lift::Spectrum>& bases() const { return bases_; }   // of the file's weights, so far
  bool complete() const;
  // The spectrum of the picked matrix's current weights if they differ from the base: with a delta, or during a run.
  const lift::Spectrum* now() const;
  // Counts the models opened so far, so that answers about an earlier model can be recognised.
  std::int64_t model() const { return survey_; }

 Q_SIGNALS:
  void restarted();   // another model or none: all spectra are discarded
  void baseTaken(lift::MatrixId id);
  void nowChanged();
  void looksAgain();   // the run has advanced: the weights shown are from an earlier step

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
  QElapsedTimer looked_;   // since the last look at a run in progress
  std::int64_t looked_step_ = 0, looked_cost_ms_ = 0;
  QElapsedTimer rested_;   // since the last base spectrum during a run
  std::int64_t rest_ms_ = 0;
};

}   // namespace ui
