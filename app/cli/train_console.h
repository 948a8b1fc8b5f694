#pragma once
// Shows a run on the terminal: a progress bar with step, loss, tokens/s and time left; without a terminal, plain lines;
// with --json every event on one line, exactly as in the run's log.
#include <chrono>
#include <optional>
#include <string>

#include "app/cli/command.h"
#include "core/train/train_observer.h"

namespace lift::cli {

class TrainConsole : public TrainObserver {
 public:
  explicit TrainConsole(const Options& options);
  ~TrainConsole() override;

  void on_begin(const RunBegin& begin) override;
  void on_phase(RunPhase phase, std::int64_t step) override;
  void on_step(const StepMetrics& metrics) override;
  void on_evaluation(const EvaluationMetrics& metrics) override;
  void on_refresh(const RefreshEvent& event) override;
  void on_sample(const SampleEvent& event) override;
  void on_event(const RunEvent& event) override;

  // Also shows what happens before the first step. Ctrl-C does not cancel it: it goes to the run's RunControl.
  TaskContext task();
  NoticeSink notices();
  void clear_line();

 private:
  void draw();
  void line(const std::string& text);   // printed above the bar
  std::string rest() const;             // "1 min 20 s left"; empty: unknown

  bool json_, quiet_, terminal_, open_ = false;
  RunBegin begin_;
  std::optional<StepMetrics> last_;
  double speed_ = 0;   // smoothed tokens per second
  std::string phase_;
  TimeLeft left_;
  std::chrono::steady_clock::time_point drawn_{};
};

}   // namespace lift::cli
