#include "ui/engine/run_monitor.h"

#include <algorithm>

namespace ui {

namespace {

constexpr int kDrainIntervalMs = 33;
constexpr std::ptrdiff_t kKeptEvents = 512;

RunStage stageOf(lift::RunState state) {
  switch (state) {
    case lift::RunState::Done: return RunStage::Done;
    case lift::RunState::Stopped: return RunStage::Stopped;
    case lift::RunState::Discarded: return RunStage::Cancelled;
    case lift::RunState::Failed: return RunStage::Failed;
    case lift::RunState::Running:
    case lift::RunState::Interrupted: return RunStage::Stopped;
  }
  return RunStage::Done;
}

template <typename T>
void eraseAfter(std::vector<T>& list, std::int64_t step) {
  std::erase_if(list, [step](const T& one) { return one.step > step; });
}

}   // namespace

// The mailbox, and the moment at which the engine answers short questions during a run.
class RunMonitor::Observer : public RunMailbox {
 public:
  Observer(Engine& engine) : engine_(engine) {}
  void setSession(lift::Session* session) { session_ = session; }
  // The log has been cut back to the state that the run goes on from: what it holds is what the curves begin with.
  void on_begin(const lift::RunBegin& begin) override {
    if (session_ && begin.first_step > 1)
      if (auto history = session_->history(begin.folder); history.ok()) put(std::move(*history));
    RunMailbox::on_begin(begin);
  }
  void on_boundary() override {
    if (session_) engine_.serveBetweenSteps(*session_);
  }

 private:
  Engine& engine_;
  lift::Session* session_ = nullptr;   // engine's thread
};

RunMonitor::RunMonitor(Engine& engine, QObject* parent) : QObject(parent), engine_(engine) {
  qRegisterMetaType<ui::RunStage>("ui::RunStage");
  drain_timer_.setInterval(kDrainIntervalMs);
  connect(&drain_timer_, &QTimer::timeout, this, &RunMonitor::drain);
}

RunMonitor::~RunMonitor() {
  if (control_) control_->request_stop(lift::StopKind::SaveAndStop);
}

bool RunMonitor::active() const {
  return stage_ == RunStage::Starting || stage_ == RunStage::Training || stage_ == RunStage::Paused ||
         stage_ == RunStage::Stopping;
}

void RunMonitor::start(const lift::Recipe& recipe) {
  sit(
      recipe, tr("Training"),
      [recipe](lift::Session& session, lift::RunControl& control, lift::TrainObserver& observer,
               const lift::TaskContext& task) { return session.train(recipe, control, observer, task); },
      true);
}

void RunMonitor::resume(const std::filesystem::path& run_folder, const lift::Recipe& recipe,
                        const lift::MovedFiles& moved) {
  sit(
      recipe, tr("Resuming"),
      [run_folder, moved](lift::Session& session, lift::RunControl& control, lift::TrainObserver& observer,
                          const lift::TaskContext& task) {
        return session.resume(run_folder, control, observer, task, moved);
      },
      true);
}

void RunMonitor::sit(const lift::Recipe& recipe, const QString& title, Sitting body, bool attended) {
  if (active()) return;
  reset(recipe);
  control_ = std::make_shared<lift::RunControl>();
  control_->set_attended(attended);
  observer_ = std::make_shared<Observer>(engine_);
  setStage(RunStage::Starting);
  drain_timer_.start();
  engine_.submit(
      {title, {}, false}, this,
      [body = std::move(body), control = control_, observer = observer_](lift::Session& session,
                                                                         const lift::TaskContext& task) {
        observer->setSession(&session);
        auto outcome = body(session, *control, *observer, task);
        observer->setSession(nullptr);
        return outcome;
      },
      [this](lift::Result<lift::RunOutcome> outcome) { conclude(std::move(outcome)); });
}

void RunMonitor::reset(const lift::Recipe& recipe) {
  recipe_ = recipe;
  begin_.reset();
  last_.reset();
  outcome_.reset();
  error_.reset();
  phase_ = lift::RunPhase::Preparing;
  tokens_per_second_ = 0;
  peak_learning_rate_ = recipe.optimizer.learning_rate;
  divergence_.reset();
  time_left_ = lift::TimeLeft();
  since_record_.invalidate();
  for (auto* series : {&loss_, &learning_rate_, &gradient_norm_, &speed_, &memory_}) series->clear();
  evaluations_.clear();
  refreshes_.clear();
  samples_.clear();
  events_.clear();
  answers_.clear();
  Q_EMIT begun();
}

void RunMonitor::show(const lift::RunHistory& history) {
  if (active()) return;
  reset(history.recipe);
  takeHistory(history);
  lift::RunBegin begin;
  begin.folder = history.summary.folder.string();
  begin.total_steps = history.summary.total_steps;
  begin_ = begin;
  setStage(stageOf(history.summary.state));
  Q_EMIT changed();
}

void RunMonitor::setPaused(bool paused) {
  if (!active() || stage_ == RunStage::Stopping) return;
  control_->request_pause(paused);
  setStage(paused ? RunStage::Paused : RunStage::Training);
}

void RunMonitor::stop(lift::StopKind kind) {
  if (!active()) return;
  control_->request_stop(kind);
  control_->request_pause(false);
  setStage(RunStage::Stopping);
}

void RunMonitor::post(lift::RunCommand command) {
  if (active()) control_->post(std::move(command));
}

std::optional<double> RunMonitor::secondsLeft() const {
  const auto left = time_left_.seconds();
  if (!begin_ || !left) return {};
  const bool running = since_record_.isValid() && stage_ != RunStage::Paused;
  return std::max(0.0, *left - (running ? static_cast<double>(since_record_.elapsed()) / 1000 : 0));
}

template <typename T>
void RunMonitor::take(std::vector<T>& to, std::vector<T>&& from) {
  if (from.empty()) return;
  for (const T& one : from) time_left_.add(one);
  since_record_.start();
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void RunMonitor::takeEvents(std::vector<lift::RunEvent> events) {
  using Kind = lift::RunEvent::Kind;
  for (lift::RunEvent& event : events) {
    const bool rate = event.kind == Kind::LearningRateChanged || event.kind == Kind::WentBack;
    if (rate && event.value) peak_learning_rate_ = *event.value;
    if (event.kind == Kind::Diverged) divergence_ = event;
    if (event.kind == Kind::WentBack || event.kind == Kind::Continued) divergence_.reset();
    events_.push_back(std::move(event));
  }
  if (std::ssize(events_) > kKeptEvents)
    events_.erase(events_.begin(), events_.end() - kKeptEvents);   // the log has every one
}

void RunMonitor::takeHistory(lift::RunHistory history) {
  for (const auto& metrics : history.steps) take(metrics);
  take(evaluations_, std::move(history.evaluations));
  take(refreshes_, std::move(history.refreshes));
  take(samples_, std::move(history.samples));
  takeEvents(std::move(history.events));
  answers_ = std::move(history.answers);
  divergence_.reset();
}

void RunMonitor::forgetAfter(std::int64_t step) {
  for (auto* series : {&loss_, &learning_rate_, &gradient_norm_, &speed_, &memory_}) series->truncate_after(step);
  eraseAfter(evaluations_, step);
  eraseAfter(refreshes_, step);
  eraseAfter(samples_, step);
  last_.reset();
  Q_EMIT wentBack(step);
}

// The run pauses by itself when its loss climbs.
void RunMonitor::followPause() {
  if (!control_) return;
  if (stage_ == RunStage::Training && control_->pause_requested()) setStage(RunStage::Paused);
  else if (stage_ == RunStage::Paused && !control_->pause_requested()) setStage(RunStage::Training);
}

std::optional<lift::ExactMatch> RunMonitor::exactBefore() const {
  for (const lift::EvaluationMetrics& metrics : evaluations_)
    if (metrics.step == 0 && metrics.exact) return metrics.exact;
  return {};
}

std::optional<lift::ExactMatch> RunMonitor::exactNow() const {
  std::optional<lift::ExactMatch> newest;
  for (const lift::EvaluationMetrics& metrics : evaluations_)
    if (metrics.step > 0 && metrics.exact) newest = metrics.exact;
  return newest;
}

void RunMonitor::take(const lift::StepMetrics& metrics) {
  if (last_ && metrics.step <= last_->step) return;
  time_left_.add(metrics);
  since_record_.start();
  tokens_per_second_ =
      last_ ? 0.8 * tokens_per_second_ + 0.2 * metrics.tokens_per_second() : metrics.tokens_per_second();
  loss_.append(metrics.step, metrics.loss);
  learning_rate_.append(metrics.step, metrics.learning_rate);
  gradient_norm_.append(metrics.step, metrics.gradient_norm);
  speed_.append(metrics.step, metrics.tokens_per_second());
  memory_.append(metrics.step, static_cast<double>(metrics.resident_bytes));
  last_ = metrics;
  Q_EMIT stepTaken(metrics);
}

void RunMonitor::drain() {
  if (!observer_) return;
  RunNews news = observer_->take();
  if (news.empty()) return;
  if (news.begin) {
    begin_ = news.begin;
    time_left_ = lift::TimeLeft(begin_->schedule);
    if (news.history) takeHistory(std::move(*news.history));
    Q_EMIT announced();
  }
  if (news.went_back) forgetAfter(*news.went_back);
  if (news.phase) phase_ = news.phase->first;
  for (const auto& metrics : news.steps) take(metrics);
  take(evaluations_, std::move(news.evaluations));
  take(refreshes_, std::move(news.refreshes));
  take(samples_, std::move(news.samples));
  takeEvents(std::move(news.events));
  if (news.answers) answers_ = std::move(*news.answers);
  if (stage_ == RunStage::Starting && begin_) setStage(RunStage::Training);
  followPause();
  Q_EMIT changed();
}

void RunMonitor::setStage(RunStage stage) {
  if (stage_ == stage) return;
  stage_ = stage;
  Q_EMIT stageChanged(stage);
}

void RunMonitor::conclude(lift::Result<lift::RunOutcome> outcome) {
  drain();
  drain_timer_.stop();
  observer_.reset();
  control_.reset();
  if (outcome.ok()) {
    outcome_ = std::move(*outcome);
    setStage(stageOf(outcome_->state));
  } else {
    error_ = outcome.error();
    setStage(outcome.error().code == lift::ErrorCode::Cancelled ? RunStage::Cancelled : RunStage::Failed);
  }
  Q_EMIT finished();
}

}   // namespace ui
