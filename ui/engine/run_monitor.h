#pragma once
// One training run as the window shows it: starts or resumes it on the engine, reads its mailbox 30 times a second, and
// keeps its state and its curves, in bounded memory. Pages connect to its signals. Thread: the window's.
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "core/metrics/metric_series.h"
#include "core/metrics/time_left.h"
#include "core/session/session.h"
#include "core/train/run_control.h"
#include "ui/engine/engine.h"
#include "ui/engine/run_mailbox.h"

namespace ui {

// Determines which actions are enabled.
enum class RunStage : unsigned char { Idle, Starting, Training, Paused, Stopping, Done, Stopped, Cancelled, Failed };

class RunMonitor : public QObject {
  Q_OBJECT

 public:
  explicit RunMonitor(Engine& engine, QObject* parent = nullptr);
  ~RunMonitor() override;

  void start(const lift::Recipe& recipe);
  void resume(const std::filesystem::path& run_folder, const lift::Recipe& recipe, const lift::MovedFiles& moved = {});
  // A run of the caller's making, with this recipe. `attended`: it pauses when its loss climbs, for somebody to decide.
  using Sitting = std::function<lift::Result<lift::RunOutcome>(lift::Session&, lift::RunControl&, lift::TrainObserver&,
                                                               const lift::TaskContext&)>;
  void sit(const lift::Recipe& recipe, const QString& title, Sitting body, bool attended);
  // Shows the curves of a finished run, from its folder's log.
  void show(const lift::RunHistory& history);

  // These go to the run; ignored when none is active.
  void setPaused(bool paused);
  void stop(lift::StopKind kind);
  void post(lift::RunCommand command);

  // The recipe of the active or shown run as started; the form's may differ. std::nullopt before the first run.
  const std::optional<lift::Recipe>& recipe() const { return recipe_; }
  RunStage stage() const { return stage_; }
  bool active() const;
  lift::RunPhase phase() const { return phase_; }
  std::int64_t step() const { return last_ ? last_->step : 0; }
  const std::optional<lift::RunBegin>& begin() const { return begin_; }
  const std::optional<lift::StepMetrics>& lastStep() const { return last_; }
  const std::optional<lift::RunOutcome>& outcome() const { return outcome_; }
  const std::optional<lift::Error>& error() const { return error_; }
  // The current peak learning rate: the recipe's, or the one set during the run.
  double peakLearningRate() const { return peak_learning_rate_; }
  // Set while the loss is far above its earlier values, with the words for it; std::nullopt after going back or on.
  const std::optional<lift::RunEvent>& divergence() const { return divergence_; }
  // Seconds until the run's end, all planned work included; std::nullopt before the second step since start or resume.
  std::optional<double> secondsLeft() const;
  double tokensPerSecond() const { return tokens_per_second_; }

  const lift::MetricSeries& loss() const { return loss_; }
  const lift::MetricSeries& learningRate() const { return learning_rate_; }
  const lift::MetricSeries& gradientNorm() const { return gradient_norm_; }
  const lift::MetricSeries& speed() const { return speed_; }
  const lift::MetricSeries& memory() const { return memory_; }
  const std::vector<lift::EvaluationMetrics>& evaluations() const { return evaluations_; }
  const std::vector<lift::RefreshEvent>& refreshes() const { return refreshes_; }
  const std::vector<lift::SampleEvent>& samples() const { return samples_; }
  const std::vector<lift::RunEvent>& events() const { return events_; }
  // Held-out rows with the newest answers; empty: none were asked yet.
  const std::vector<lift::AnsweredRow>& answers() const { return answers_; }
  // The counts before step 1, and of the last later evaluation that asked questions.
  std::optional<lift::ExactMatch> exactBefore() const;
  std::optional<lift::ExactMatch> exactNow() const;

 Q_SIGNALS:
  void begun();                                       // another run: everything known before is discarded
  void announced();                                   // begin() is set: the run is prepared
  void wentBack(std::int64_t step);                   // everything known about later steps is discarded
  void stepTaken(const lift::StepMetrics& metrics);   // for each step that arrived, before changed()
  void stageChanged(ui::RunStage stage);
  void changed();    // curves, numbers or phase: redraw; at most 30 times a second
  void finished();   // outcome() or error() is set

 private:
  class Observer;
  void reset(const lift::Recipe& recipe);
  void drain();
  void take(const lift::StepMetrics& metrics);
  template <typename T>
  void take(std::vector<T>& to, std::vector<T>&& from);
  void takeEvents(std::vector<lift::RunEvent> events);
  void takeHistory(lift::RunHistory history);
  void forgetAfter(std::int64_t step);
  void followPause();
  void setStage(RunStage stage);
  void conclude(lift::Result<lift::RunOutcome> outcome);

  Engine& engine_;
  std::shared_ptr<Observer> observer_;
  std::shared_ptr<lift::RunControl> control_;
  QTimer drain_timer_;
  std::optional<lift::Recipe> recipe_;
  RunStage stage_ = RunStage::Idle;
  lift::RunPhase phase_ = lift::RunPhase::Preparing;
  std::optional<lift::RunBegin> begin_;
  std::optional<lift::StepMetrics> last_;
  std::optional<lift::RunOutcome> outcome_;
  std::optional<lift::Error> error_;
  double tokens_per_second_ = 0;
  double peak_learning_rate_ = 0;
  std::optional<lift::RunEvent> divergence_;
  lift::TimeLeft time_left_;
  QElapsedTimer since_record_;   // stopped while the run is paused
  lift::MetricSeries loss_, learning_rate_, gradient_norm_, speed_, memory_;
  std::vector<lift::EvaluationMetrics> evaluations_;
  std::vector<lift::RefreshEvent> refreshes_;
  std::vector<lift::SampleEvent> samples_;
  std::vector<lift::RunEvent> events_;
  std::vector<lift::AnsweredRow> answers_;
};

}   // namespace ui
