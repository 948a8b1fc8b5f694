#pragma once
// The training loop. One unit of work at a time: a step, a refresh, an evaluation, a sample, a save; between two units
// the trainer obeys RunControl. Used by session/. Thread: the engine's.
// Every unit leaves a state from which a later trainer goes on exactly: resume() after a stop at any unit gives the
// same weights, bit for bit, as no stop at all (CPU, same thread count). After the last step, before the measuring at
// the end, the state is saved: what fails then costs no step. A loss that climbs far is told, and pauses a run that
// somebody attends to (metrics/divergence.h).
#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/checkpoint/resume_state.h"
#include "core/evaluate/evaluate_config.h"
#include "core/metrics/divergence.h"
#include "core/metrics/metrics.h"
#include "core/metrics/step_timer.h"
#include "core/model/causal_lm.h"
#include "core/optim/optimizer_config.h"
#include "core/ranks/ranks.h"
#include "core/train/method.h"
#include "core/train/run_control.h"
#include "core/train/step_source.h"
#include "core/train/train_config.h"
#include "core/train/train_host.h"

namespace lift {

// All of it outlives the trainer.
struct TrainSetup {
  CausalLm& model;
  TrainingMethod& method;
  StepSource& source;
  OptimizerConfig optimizer;
  EvaluateConfig evaluate;
  TrainConfig train;
  std::int64_t refresh_every = 0;   // steps; 0 = never
  bool refreshes = true;            // MethodEntry::refreshes
  std::int64_t total_steps = 0;
  std::int64_t checkpointed_layers = 0;   // ForwardBackwardOptions
  // The processes that share the run, nullptr: this one alone. All have the same setup and a source of shared passes;
  // each computes its share of a step, the sums are the same on all, and so are the weights, which is checked. What is
  // done next is the first's decision; a stop that any of them is asked for stops all, and an error of one ends all.
  Ranks* ranks = nullptr;
};

enum class TrainEnd : std::uint8_t { Done, Stopped, Discarded };

class Trainer {
 public:
  Trainer(const TrainSetup& setup, TrainHost& host, RunControl& control);

  // Before run(), in place of a fresh start: masks, optimizer, weights, data position and schedule of the state.
  // The model holds the base. Errors: Mismatch, Malformed. After an error the weights are those of the base.
  Status resume(ResumeState state);

  // To the last step, or until a stop is asked for: SaveAndStop has saved, StopWithoutSaving has not; both leave the
  // weights as they are. Errors: Cancelled (task.stop: at once, nothing saved); NonFinite when a loss or gradient
  // norm is not a number, before that update is made; Io and others of host and method. After an error inside a step
  // the state after the last whole step has been saved, and the error names it.
  Result<TrainEnd> run(const TaskContext& task);

  std::int64_t step() const { return step_; }   // steps taken
  const TrainingMethod& method() const { return setup_.method; }
  double seconds() const { return seconds_; }       // of training alone, from before a resume too
  std::int64_t tokens() const { return tokens_; }   // trained on, without padding, from before a resume too

 private:
  enum class Unit : std::uint8_t { Select, Refresh, Evaluate, Sample, Save, Step, Wait, GoBack, Finish };
  // What comes next.
  struct Turn {
    Unit unit = Unit::Step;
    StopKind stop = StopKind::None;
  };
  Unit next_unit() const;
  Result<Turn> next_turn(const TaskContext& task);
  Result<TrainEnd> stop(const TaskContext& task);
  Status do_unit(Unit unit, const TaskContext& task);
  Status obey();
  Status ask_refresh();
  Status set_learning_rate(double peak);
  Status note_pause(bool paused);
  Status note_divergence(const Sentence& words);
  Status go_back(const TaskContext& task);
  Status start_over();
  Status rewind(std::int64_t at_most, const TaskContext& task);
  Status heed_forgetting(const EvaluationMetrics& metrics, const TaskContext& task);

  Status select(const TaskContext& task);
  Status refresh(const TaskContext& task);
  GradientProbe gradient_probe();
  Status add_gradients(WeightGradientSink& sink, const TaskContext& task);
  Status evaluate(const TaskContext& task);
  Status sample(const TaskContext& task);
  Status answer(const std::string& prompt, const SamplingConfig& sampling, const TaskContext& task);
  Status save(const TaskContext& task);
  Status take_step(const TaskContext& task);
  Result<StepMetrics> accumulate_gradients(const TaskContext& task);
  Status check_finite(const StepMetrics& metrics) const;
  Result<double> loss_of(const std::vector<PackedBatch>& passes, const ForwardBackwardOptions& options,
                         const TaskContext& task);

  // Of several processes (trainer_ranks.cpp).
  bool follows() const { return setup_.ranks && !setup_.ranks->is_first(); }
  Result<Turn> agreed(const Result<Turn>& own, const TaskContext& task);
  Result<double> summed_over_ranks(const Result<double>& own_loss);
  Status check_same_state();
  Error rescue(Error error, const TaskContext& task);

  bool due(std::int64_t every, std::int64_t done_at) const;
  ResumeState state() const;
  std::string position_json() const;
  Status restore_position(const std::string& json);
  void enter(RunPhase phase);

  TrainSetup setup_;
  TrainHost& host_;
  RunControl& control_;
  StepTimer timer_;
  DivergenceWatch watch_;
  const std::string source_start_;   // the data's position before step 1
  std::int64_t step_ = 0;
  bool selected_ = false;
  double peak_learning_rate_ = 0;
  double seconds_ = 0;
  std::int64_t tokens_ = 0;

  // The step after which each was last done; -1 = never.
  std::int64_t refreshed_at_ = -1, evaluated_at_ = -1, sampled_at_ = -1, saved_at_ = -1;
  // Asked for by a person and not done yet.
  bool refresh_asked_ = false, evaluate_asked_ = false, save_asked_ = false;
  std::optional<double> back_asked_;   // the peak to go on with
  // evaluate.forget_action "go_back": the last step whose evaluation gave no alarm, and whether the run ended there.
  std::optional<std::int64_t> within_bound_;
  bool ends_within_bound_ = false;
  std::deque<SampleNow> samples_asked_;

  bool paused_ = false;
  Unit last_unit_ = Unit::Wait;
  double last_norm_ = 0;   // of the last step's gradient
  RunPhase phase_ = RunPhase::Preparing;
  std::chrono::steady_clock::time_point saved_when_;
};

}   // namespace lift
