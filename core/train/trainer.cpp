#include "core/train/trainer.h"

#include <cmath>
#include <thread>
#include <utility>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/memory/memory_usage.h"
#include "core/optim/grad_clip.h"
#include "core/optim/gradient_norm.h"
#include "core/optim/lr_schedule.h"

namespace lift {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kProbeSteps = 4;   // of which gradients are summed for a choice
constexpr auto kPausePoll = std::chrono::milliseconds(20);

Error cancelled() { return make_error(ErrorCode::Cancelled, say("training"), say("cancelled")); }

}   // namespace

Trainer::Trainer(const TrainSetup& setup, TrainHost& host, RunControl& control)
    : setup_(setup),
      host_(host),
      control_(control),
      source_start_(setup.source.state_json()),
      peak_learning_rate_(setup.optimizer.learning_rate),
      saved_when_(Clock::now()) {}

Result<TrainEnd> Trainer::run(const TaskContext& task) {
  Status done;
  for (;;) {
    Result<Turn> turn = done.ok() ? next_turn(task) : Result<Turn>(std::move(done).error());
    if (setup_.ranks) turn = agreed(turn, task);
    if (!turn.ok()) return std::move(turn).error();
    if (turn->stop == StopKind::StopWithoutSaving) return TrainEnd::Discarded;
    const bool stopping = turn->stop == StopKind::SaveAndStop && selected_;
    const bool renewed = last_unit_ == Unit::Select || last_unit_ == Unit::Refresh || last_unit_ == Unit::GoBack;
    if (renewed || stopping || turn->unit == Unit::Save || turn->unit == Unit::Finish)
      LIFT_RETURN_IF_ERROR(check_same_state());
    if (stopping) return stop(task);
    if (turn->unit == Unit::Finish) return TrainEnd::Done;
    host_.boundary();
    last_unit_ = turn->unit;
    done = setup_.ranks ? catch_exceptions(say("training"), [&] { return do_unit(turn->unit, task); })
                        : do_unit(turn->unit, task);
  }
}

Result<Trainer::Turn> Trainer::next_turn(const TaskContext& task) {
  if (task.stop_requested()) return cancelled();
  if (!follows()) LIFT_RETURN_IF_ERROR(obey());
  const StopKind stop = control_.stop_requested();
  // There is nothing to save before the first selection.
  return Turn{stop == StopKind::SaveAndStop ? Unit::Select : next_unit(), stop};
}

Result<TrainEnd> Trainer::stop(const TaskContext& task) {
  enter(RunPhase::Stopping);
  if (saved_at_ != step_) LIFT_RETURN_IF_ERROR(save(task));
  return TrainEnd::Stopped;
}

bool Trainer::due(std::int64_t every, std::int64_t done_at) const {
  return step_ != done_at && (step_ == 0 || step_ == setup_.total_steps || (every > 0 && step_ % every == 0));
}

Trainer::Unit Trainer::next_unit() const {
  if (ends_within_bound_) return Unit::Finish;
  // While paused only what a person asks for is done.
  if (back_asked_) return Unit::GoBack;
  if (evaluate_asked_) return Unit::Evaluate;
  if (!samples_asked_.empty()) return Unit::Sample;
  if (selected_ && refresh_asked_) return Unit::Refresh;
  if (selected_ && save_asked_) return Unit::Save;
  if (paused_) return Unit::Wait;

  const bool last = step_ == setup_.total_steps;
  if (last && selected_ && saved_at_ != step_) return Unit::Save;
  if (due(setup_.evaluate.every, evaluated_at_)) return Unit::Evaluate;
  if (due(setup_.evaluate.sample_every, sampled_at_)) return Unit::Sample;
  if (!selected_) return Unit::Select;
  if (last) return Unit::Finish;
  if (step_ > 0 && setup_.refreshes && setup_.refresh_every > 0 && step_ % setup_.refresh_every == 0 &&
      refreshed_at_ != step_)
    return Unit::Refresh;
  const std::chrono::duration<double> since_save = Clock::now() - saved_when_;
  const bool save_time = setup_.train.save_minutes > 0 && since_save.count() >= 60 * setup_.train.save_minutes;
  const bool save_step = setup_.train.save_every > 0 && step_ % setup_.train.save_every == 0;
  if (step_ > 0 && saved_at_ != step_ && (save_time || save_step)) return Unit::Save;
  return Unit::Step;
}

Status Trainer::do_unit(Unit unit, const TaskContext& task) {
  switch (unit) {
    case Unit::Select: return select(task);
    case Unit::Refresh: return refresh(task);
    case Unit::Evaluate: return evaluate(task);
    case Unit::Sample: return sample(task);
    case Unit::Save: return save(task);
    case Unit::Step: return take_step(task);
    case Unit::GoBack: return go_back(task);
    case Unit::Wait: return std::this_thread::sleep_for(kPausePoll), Status();
    case Unit::Finish: break;
  }
  fail_check("a unit of work", "");
}

// What a person asked for ---------------------------------------------------------------------------------------------

Status Trainer::obey() {
  for (RunCommand& command : control_.take()) {
    if (std::holds_alternative<SaveNow>(command)) save_asked_ = true;
    if (std::holds_alternative<RefreshNow>(command)) LIFT_RETURN_IF_ERROR(ask_refresh());
    if (std::holds_alternative<EvaluateNow>(command)) evaluate_asked_ = true;
    if (const auto* rate = std::get_if<SetLearningRate>(&command)) LIFT_RETURN_IF_ERROR(set_learning_rate(rate->peak));
    if (const auto* back = std::get_if<GoBack>(&command); back && back->peak > 0) back_asked_ = back->peak;
    if (auto* asked = std::get_if<SampleNow>(&command)) samples_asked_.push_back(std::move(*asked));
  }
  if (control_.pause_requested() != paused_) return note_pause(!paused_);
  return {};
}

Status Trainer::ask_refresh() {
  refresh_asked_ = setup_.refreshes;
  if (refresh_asked_) return {};
  return host_.record(
      RunEvent{step_, RunEvent::Kind::Notice, say("A new selection was asked for: this method chooses nothing"), {}});
}

Status Trainer::set_learning_rate(double peak) {
  if (!(peak > 0 && std::isfinite(peak)))
    return host_.record(
        RunEvent{step_, RunEvent::Kind::Notice, say("A learning rate of {} was asked for and not taken", peak), {}});
  peak_learning_rate_ = peak;
  saved_at_ = -1;
  return host_.record(RunEvent{step_, RunEvent::Kind::LearningRateChanged,
                               say("The peak learning rate is {} from step {} on", peak, step_ + 1), peak});
}

Status Trainer::note_pause(bool paused) {
  paused_ = paused;
  if (paused) {
    enter(RunPhase::Paused);
    return host_.record(RunEvent{step_, RunEvent::Kind::Paused, say("Paused"), {}});
  }
  return host_.record(RunEvent{step_, RunEvent::Kind::Continued, say("Continued"), {}});
}

// Whoever is there decides; a run that nobody attends to goes on and says at its end what became of it.
Status Trainer::note_divergence(const Sentence& words) {
  const Sentence advice = say("A lower learning rate usually helps");
  LIFT_RETURN_IF_ERROR(
      host_.record(RunEvent{step_, RunEvent::Kind::Diverged, say("{}. {}", words, advice), peak_learning_rate_}));
  if (control_.attended()) control_.request_pause(true);
  return {};
}

Status Trainer::go_back(const TaskContext& task) {
  const double peak = *std::exchange(back_asked_, {});
  if (!selected_) return set_learning_rate(peak);
  LIFT_RETURN_IF_ERROR(rewind(watch_.good_step(), task));
  watch_.begin_again(step_);
  peak_learning_rate_ = peak;
  saved_at_ = -1;
  timer_.take();
  LIFT_RETURN_IF_ERROR(
      host_.record(RunEvent{step_, RunEvent::Kind::WentBack,
                            say("Back after step {}; the peak learning rate is {} from there on", step_, peak), peak}));
  control_.request_pause(false);
  return {};
}

Status Trainer::rewind(std::int64_t at_most, const TaskContext& task) {
  LIFT_ASSIGN(std::optional<ResumeState> state, host_.go_back(at_most, task));
  setup_.method.give_back_base();
  return state ? resume(std::move(*state)) : start_over();
}

// The base was measured and has answered: that stands.
Status Trainer::start_over() {
  LIFT_RETURN_IF_ERROR(setup_.source.restore_json(source_start_));
  step_ = evaluated_at_ = sampled_at_ = 0;
  refreshed_at_ = saved_at_ = -1;
  selected_ = refresh_asked_ = false;
  seconds_ = 0;
  tokens_ = 0;
  return {};
}

void Trainer::enter(RunPhase phase) {
  if (phase == phase_) return;
  host_.phase(phase, step_);
  phase_ = phase;
  release_freed_memory();
}

// Units of work -------------------------------------------------------------------------------------------------------

Status Trainer::select(const TaskContext& task) {
  enter(RunPhase::Selecting);
  const StepTimer::Scope scope(timer_, Phase::Refresh);
  LIFT_ASSIGN(const RefreshEvent event, setup_.method.select(task, gradient_probe()));
  selected_ = true;
  refreshed_at_ = step_;
  return host_.record(event);
}

GradientProbe Trainer::gradient_probe() {
  return [this](WeightGradientSink& sink, const TaskContext& task) -> Status {
    const std::string position = setup_.source.state_json();
    Status done = catch_exceptions(say("gradients for the selection"), [&] { return add_gradients(sink, task); });
    LIFT_RETURN_IF_ERROR(setup_.source.restore_json(position));
    return done;
  };
}

// Of a few steps' rows: those of one are too few to tell which gradients are large.
Status Trainer::add_gradients(WeightGradientSink& sink, const TaskContext& task) {
  for (int step = 0; step < kProbeSteps; ++step) {
    const std::vector<PackedBatch> passes = setup_.source.next_step();
    std::int64_t labels = 0;
    for (const PackedBatch& pass : passes) labels += pass.label_count();
    const ForwardBackwardOptions options{.gradient_scale = 1.0 / static_cast<double>(kProbeSteps * labels),
                                         .checkpointed_layers = setup_.checkpointed_layers,
                                         .task = &task};
    for (const PackedBatch& pass : passes) {
      setup_.model.forward_backward(pass, sink, options);
      if (task.stop_requested()) return cancelled();
    }
  }
  return {};
}

Status Trainer::refresh(const TaskContext& task) {
  enter(RunPhase::Refreshing);
  const StepTimer::Scope scope(timer_, Phase::Refresh);
  LIFT_ASSIGN(const RefreshEvent event, setup_.method.refresh(step_, task, gradient_probe()));
  refresh_asked_ = false;
  refreshed_at_ = step_;
  saved_at_ = -1;
  return host_.record(event);
}

Status Trainer::evaluate(const TaskContext& task) {
  enter(RunPhase::Evaluating);
  EvaluationMetrics metrics;
  {
    const StepTimer::Scope scope(timer_, Phase::Evaluate);
    LIFT_ASSIGN(metrics, host_.evaluate(step_, task));
  }
  evaluate_asked_ = false;
  evaluated_at_ = step_;
  if (!metrics.held_out_loss && !metrics.probe_score && !metrics.exact) return {};
  LIFT_RETURN_IF_ERROR(host_.record(metrics));
  const auto climbing = watch_.add(metrics);
  if (climbing && step_ < setup_.total_steps) LIFT_RETURN_IF_ERROR(note_divergence(*climbing));
  return heed_forgetting(metrics, task);
}

Status Trainer::heed_forgetting(const EvaluationMetrics& metrics, const TaskContext& task) {
  const std::string& action = setup_.evaluate.forget_action;
  if (action == "tell" || !selected_ || !metrics.retention) return {};
  const bool goes_back = action == "go_back";
  if (!metrics.alarm) {
    if (goes_back) within_bound_ = step_;
    if (goes_back && saved_at_ != step_) save_asked_ = true;
    return {};
  }
  const std::int64_t forgotten_at = step_;
  const Sentence reason =
      say("After step {} {:.0f} % of the base's score on the probe are left, and the bound is {:.0f} %", forgotten_at,
          100 * *metrics.retention, 100 * (1 - setup_.evaluate.forget_alarm));
  if (!goes_back || !within_bound_) {
    control_.request_stop(StopKind::SaveAndStop);
    return host_.record(RunEvent{
        step_,
        RunEvent::Kind::Notice,
        goes_back ? say("{}. No earlier state was within it: the run stops", reason) : say("{}: the run stops", reason),
        {}});
  }
  LIFT_RETURN_IF_ERROR(rewind(*within_bound_, task));
  ends_within_bound_ = true;
  return host_.record(
      RunEvent{step_, RunEvent::Kind::WentBack, say("{}. The run ends in the state after step {}", reason, step_), {}});
}

Status Trainer::sample(const TaskContext& task) {
  if (!samples_asked_.empty()) {
    const SampleNow asked = std::move(samples_asked_.front());
    samples_asked_.pop_front();
    return answer(asked.prompt, asked.sampling, task);
  }
  SamplingConfig greedy;
  greedy.max_new_tokens = setup_.evaluate.sample_tokens;
  for (const std::string& prompt : setup_.evaluate.sample_prompts) LIFT_RETURN_IF_ERROR(answer(prompt, greedy, task));
  sampled_at_ = step_;
  return {};
}

Status Trainer::answer(const std::string& prompt, const SamplingConfig& sampling, const TaskContext& task) {
  enter(RunPhase::Sampling);
  const StepTimer::Scope scope(timer_, Phase::Sample);
  LIFT_ASSIGN(std::string text, host_.answer(prompt, sampling, task));
  return host_.record(SampleEvent{step_, prompt, std::move(text)});
}

Status Trainer::save(const TaskContext& task) {
  enter(RunPhase::Saving);
  const StepTimer::Scope scope(timer_, Phase::Save);
  LIFT_RETURN_IF_ERROR(host_.save(state(), task));
  save_asked_ = false;
  saved_at_ = step_;
  saved_when_ = Clock::now();
  return host_.record(RunEvent{step_, RunEvent::Kind::StateSaved, say("Saved after step {}", step_), {}});
}

Status Trainer::take_step(const TaskContext& task) {
  enter(RunPhase::Training);
  const std::string position = setup_.source.state_json();
  auto gathered = catch_exceptions(say("training step"), [&] { return accumulate_gradients(task); });
  Status sound = gathered.ok() ? check_finite(*gathered) : Status(gathered.error());
  if (!sound.ok()) {
    LIFT_RETURN_IF_ERROR(setup_.source.restore_json(position));
    return rescue(std::move(sound).error(), task);
  }
  StepMetrics& metrics = *gathered;
  {
    const StepTimer::Scope scope(timer_, Phase::Optimizer);
    OptimizerConfig schedule = setup_.optimizer;
    schedule.learning_rate = peak_learning_rate_;
    metrics.learning_rate = learning_rate_at(schedule, metrics.step, setup_.total_steps);
    setup_.method.step(metrics.learning_rate, clip_factor(metrics.gradient_norm, setup_.optimizer.clip_norm));
  }
  step_ = metrics.step;
  const MemoryUsage memory = memory_usage();
  metrics.resident_bytes = memory.resident_bytes;
  metrics.peak_resident_bytes = memory.peak_resident_bytes;
  metrics.seconds = timer_.take();
  seconds_ +=
      metrics.seconds[Phase::Data] + metrics.seconds[Phase::ForwardBackward] + metrics.seconds[Phase::Optimizer];
  tokens_ += metrics.tokens;
  LIFT_RETURN_IF_ERROR(host_.record(metrics));
  const auto climbing = watch_.add(metrics);
  return climbing && step_ < setup_.total_steps ? note_divergence(*climbing) : Status();
}

Result<StepMetrics> Trainer::accumulate_gradients(const TaskContext& task) {
  StepMetrics metrics;
  metrics.step = step_ + 1;
  std::vector<PackedBatch> passes;
  {
    const StepTimer::Scope scope(timer_, Phase::Data);
    passes = setup_.source.next_step();
    for (const PackedBatch& pass : passes) {
      metrics.tokens += pass.source_token_count();
      metrics.labels += pass.label_count();
    }
    metrics.epoch = setup_.source.epochs_done();
  }
  LIFT_CHECK(metrics.labels > 0, "every row has a label");

  const StepTimer::Scope scope(timer_, Phase::ForwardBackward);
  // Every pass is divided by the labels of the whole step, so that passes together are the large batch.
  const ForwardBackwardOptions options{.gradient_scale = 1.0 / static_cast<double>(metrics.labels),
                                       .checkpointed_layers = setup_.checkpointed_layers,
                                       .task = &task};
  setup_.method.zero_grad();
  Result<double> loss =
      setup_.ranks
          ? summed_over_ranks(catch_exceptions(say("training step"), [&] { return loss_of(passes, options, task); }))
          : loss_of(passes, options, task);
  if (!loss.ok()) return std::move(loss).error();
  metrics.loss = *loss / static_cast<double>(metrics.labels);
  metrics.gradient_norm = last_norm_ = gradient_norm(setup_.method.gradients());
  return metrics;
}

// Summed over the labels of this process's passes, whose gradients are added to the method's.
Result<double> Trainer::loss_of(const std::vector<PackedBatch>& passes, const ForwardBackwardOptions& options,
                                const TaskContext& task) {
  const auto first = static_cast<std::size_t>(setup_.ranks ? setup_.ranks->rank() : 0);
  const auto stride = static_cast<std::size_t>(setup_.ranks ? setup_.ranks->size() : 1);
  double loss = 0;
  for (std::size_t i = first; i < passes.size(); i += stride) {
    loss += setup_.model.forward_backward(passes[i], setup_.method.sink(), options).loss;
    if (task.stop_requested()) return cancelled();
  }
  return loss;
}

Status Trainer::check_finite(const StepMetrics& metrics) const {
  if (std::isfinite(metrics.loss) && std::isfinite(metrics.gradient_norm)) return {};
  const bool loss = !std::isfinite(metrics.loss);
  return make_error(ErrorCode::NonFinite, say("training, step {}", metrics.step),
                    say("expected a finite {}, found {}; the step was not taken",
                        loss ? say("loss") : say("gradient norm"), loss ? metrics.loss : metrics.gradient_norm),
                    say("A lower learning rate or clipping usually helps"));
}

// The weights are still those after the last whole step: keep them.
Error Trainer::rescue(Error error, const TaskContext& task) {
  if (error.code == ErrorCode::Cancelled || follows()) return error;
  const Status saved = saved_at_ == step_ ? Status() : save(task);
  const Sentence kept = saved.ok()
                            ? say("The state after step {} is saved", step_)
                            : say("The state after step {} could not be saved: {}", step_, saved.error().whole());
  error.context = error.context.empty() ? kept : say("{}. {}", error.context, kept);
  return error;
}

}   // namespace lift
