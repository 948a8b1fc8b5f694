#include "ui/engine/run_monitor.h"

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
void append(std::vector<T>& to, std::vector<T>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}   // namespace

// The mailbox, and the moment at which the engine answers short questions during a run.
class RunMonitor::Observer : public RunMailbox {
 public:
  Observer(Engine& engine) : engine_(engine) {}
  void setSession(lift::Session* session) { session_ = session; }
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
  launch(recipe, tr("Training"),
         [recipe](lift::Session& session, lift::RunControl& control, lift::TrainObserver& observer,
                  const lift::TaskContext& task) { return session.train(recipe, control, observer, task); });
}

void RunMonitor::resume(const std::filesystem::path& run_folder, const lift::Recipe& recipe) {
  launch(recipe, tr("Resuming"),
         [run_folder](lift::Session& session, lift::RunControl& control, lift::TrainObserver& observer,
                      const lift::TaskContext& task) { return session.resume(run_folder, control, observer, task); });
}

void RunMonitor::launch(const lift::Recipe& recipe, const QString& title, Sitting body) {
  if (active()) return;
  reset(recipe);
  control_ = std::make_shared<lift::RunControl>();
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
  tokens_per_second_ = step_seconds_ = 0;
  for (auto* series : {&loss_, &learning_rate_, &gradient_norm_, &speed_, &memory_}) series->clear();
  evaluations_.clear();
  refreshes_.clear();
  samples_.clear();
  events_.clear();
  Q_EMIT begun();
}

void RunMonitor::show(const lift::RunHistory& history) {
  if (active()) return;
  reset(history.recipe);
  for (const auto& metrics : history.steps) take(metrics);
  evaluations_ = history.evaluations;
  refreshes_ = history.refreshes;
  samples_ = history.samples;
  events_ = history.events;
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
  if (!begin_ || !last_ || step_seconds_ <= 0 || last_->step <= begin_->first_step) return {};
  return step_seconds_ * static_cast<double>(begin_->total_steps - last_->step);
}

void RunMonitor::take(const lift::StepMetrics& metrics) {
  if (last_ && metrics.step <= last_->step) return;
  const double seconds = metrics.seconds.total();
  step_seconds_ = last_ ? 0.9 * step_seconds_ + 0.1 * seconds : seconds;
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
  if (news.begin) begin_ = news.begin;
  if (news.phase) phase_ = news.phase->first;
  for (const auto& metrics : news.steps) take(metrics);
  append(evaluations_, std::move(news.evaluations));
  append(refreshes_, std::move(news.refreshes));
  append(samples_, std::move(news.samples));
  append(events_, std::move(news.events));
  if (std::ssize(events_) > kKeptEvents)
    events_.erase(events_.begin(), events_.end() - kKeptEvents);   // the log has every one
  if (stage_ == RunStage::Starting && begin_) setStage(RunStage::Training);
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
