#pragma once
// Carries a run's reports from the engine's thread to the window's in bounded memory: steps wait in a buffer of fixed
// size and are thinned out when it is full (the log on disk has them all); rare events are kept in order.
// Used by RunMonitor. Thread: the on_ functions on the engine's thread, take() on the window's.
#include <cstddef>
#include <mutex>
#include <optional>
#include <vector>

#include "core/session/summaries.h"
#include "core/train/train_observer.h"

namespace ui {

struct RunNews {
  std::optional<lift::RunBegin> begin;
  std::optional<lift::RunHistory> history;                        // from before the resume; comes with `begin`
  std::optional<std::int64_t> went_back;                          // the run went back to this step, before all the rest
  std::optional<std::pair<lift::RunPhase, std::int64_t>> phase;   // the newest, with its step
  std::vector<lift::StepMetrics> steps;                           // ascending; some are missing if the window was slow
  std::vector<lift::EvaluationMetrics> evaluations;
  std::vector<lift::RefreshEvent> refreshes;
  std::vector<lift::SampleEvent> samples;
  std::vector<lift::RunEvent> events;
  std::optional<std::vector<lift::AnsweredRow>> answers;   // the newest

  bool empty() const;
};

class RunMailbox : public lift::TrainObserver {
 public:
  explicit RunMailbox(std::size_t capacity = 4096) : capacity_(capacity) {}

  void on_begin(const lift::RunBegin& begin) override;
  void on_phase(lift::RunPhase phase, std::int64_t step) override;
  void on_step(const lift::StepMetrics& metrics) override;
  void on_evaluation(const lift::EvaluationMetrics& metrics) override;
  void on_refresh(const lift::RefreshEvent& event) override;
  void on_sample(const lift::SampleEvent& event) override;
  void on_event(const lift::RunEvent& event) override;
  void on_answers(const std::vector<lift::AnsweredRow>& rows) override;

  void put(lift::RunHistory history);
  RunNews take();
  std::size_t waitingSteps() const;

 private:
  const std::size_t capacity_;
  mutable std::mutex mutex_;
  RunNews news_;
};

}   // namespace ui
