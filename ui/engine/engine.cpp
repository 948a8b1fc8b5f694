#include "ui/engine/engine.h"

#include <algorithm>
#include <chrono>
#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

#include <QElapsedTimer>
#include <QMetaObject>

#include "core/base/exception_bridge.h"
#include "core/memory/memory_usage.h"
#include "ui/look/sentence_words.h"

namespace ui {

namespace {

constexpr int kProgressIntervalMs = 33;
constexpr int kEngineNice = 1;
constexpr std::chrono::seconds kIdle{1};   // longer than between the jobs of one page

}   // namespace

Engine::Engine(lift::SessionOptions options, QObject* parent) : QObject(parent), session_options_(std::move(options)) {
  qRegisterMetaType<ui::JobId>("ui::JobId");
  qRegisterMetaType<ui::JobState>("ui::JobState");
  session_options_.notices = [this](const lift::Notice& notice) {
    const QString text = words(notice.text);
    const bool warning = notice.severity == lift::Severity::Warning;
    QMetaObject::invokeMethod(
        this, [this, text, warning] { Q_EMIT noticeRaised(text, warning); }, Qt::QueuedConnection);
  };
  progress_timer_.setInterval(kProgressIntervalMs);
  connect(&progress_timer_, &QTimer::timeout, this, &Engine::drainProgress);
  thread_ = std::jthread([this](const std::stop_token& stop) { loop(stop); });
}

Engine::~Engine() {
  {
    const std::lock_guard lock(mutex_);
    queue_.clear();
    if (current_) current_->stop.request_stop();
    if (nested_) nested_->stop.request_stop();
  }
  thread_.request_stop();
  wake_.notify_all();
  thread_.join();
}

JobId Engine::enqueue(std::shared_ptr<Job> job) {
  job->id = next_id_++;
  if (!job->options.slot.isEmpty()) {
    cancelWhere([&](const Job& older) { return older.options.slot == job->options.slot; }, false);
    newest_[job->options.slot] = job->id;
  }
  const JobId id = job->id;
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back(std::move(job));
  }
  wake_.notify_all();
  return id;
}

template <typename Matches>
void Engine::cancelWhere(Matches matches, bool answered) {
  std::vector<std::shared_ptr<Job>> waiting;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& job : {current_, nested_})
      if (job && matches(*job)) job->stop.request_stop();
    std::erase_if(queue_, [&](const auto& job) {
      if (!matches(*job)) return false;
      waiting.push_back(job);
      return true;
    });
  }
  if (!answered) return;
  for (const auto& job : waiting) {
    job->abandon();
    handOver(job, JobState::Cancelled);
  }
}

bool Engine::busy() const {
  const std::lock_guard lock(mutex_);
  return running_.has_value() || !queue_.empty();
}

void Engine::cancelSlot(const QString& slot) {
  cancelWhere([&slot](const Job& job) { return job.options.slot == slot; }, true);
}

bool Engine::isNewest(const Job& job) const {
  const auto newest = newest_.find(job.options.slot);
  return job.options.slot.isEmpty() || newest == newest_.end() || newest->second == job.id;
}

// The engine's thread ----------------------------------------------------------------------------------------------

void Engine::loop(const std::stop_token& stop) {
#ifdef __linux__
  // Of this thread alone; ATen's pool, which it starts, inherits it. The window is served first.
  setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kEngineNice);
#endif
  lift::Session session(session_options_);
  while (const std::shared_ptr<Job> job = takeNext(stop, false)) {
    execute(job, session);
    const std::lock_guard lock(mutex_);
    current_.reset();
  }
}

std::shared_ptr<Engine::Job> Engine::takeNext(const std::stop_token& stop, bool between_steps) {
  std::unique_lock lock(mutex_);
  if (between_steps) {
    const auto is_short = [](const auto& job) { return job->options.between_steps; };
    auto found =
        std::ranges::find_if(queue_, [&](const auto& job) { return is_short(job) && !job->options.background; });
    if (found == queue_.end()) found = std::ranges::find_if(queue_, is_short);
    if (found == queue_.end()) return nullptr;
    nested_ = *found;
    queue_.erase(found);
    return nested_;
  }
  if (!waitForWork(lock, stop)) return nullptr;
  if (stop.stop_requested()) return nullptr;
  auto first = std::ranges::find_if(queue_, [](const auto& job) { return !job->options.background; });
  if (first == queue_.end()) first = queue_.begin();
  current_ = *first;
  queue_.erase(first);
  return current_;
}

// False when the thread is to end. What the jobs have freed goes back to the system once nobody asks for more.
bool Engine::waitForWork(std::unique_lock<std::mutex>& lock, const std::stop_token& stop) {
  const auto work = [this] { return !queue_.empty(); };
  if (wake_.wait_for(lock, stop, kIdle, work)) return true;
  if (stop.stop_requested()) return false;
  lock.unlock();
  lift::release_freed_memory();
  lock.lock();
  return wake_.wait(lock, stop, work);
}

void Engine::execute(const std::shared_ptr<Job>& job, lift::Session& session) {
  QMetaObject::invokeMethod(
      this,
      [this, id = job->id, title = job->options.title] {
        running_ = {id, title};
        progress_timer_.start();
        Q_EMIT jobStarted(id, title);
      },
      Qt::QueuedConnection);
  lift::TaskContext task;
  task.stop = job->stop.get_token();
  task.progress = [this, id = job->id](const lift::Progress& progress) {
    const std::lock_guard lock(mutex_);
    progress_ = {id, progress.phase, progress.done, progress.total, true};
  };
  handOver(job, job->run(session, task));
}

// Under the lock, so that what the job has left is written before the window's thread reads it: Qt's queue orders that
// too, but says so to no tool that looks for races.
void Engine::handOver(const std::shared_ptr<Job>& job, JobState state) {
  {
    const std::lock_guard lock(mutex_);
    job->state = state;
  }
  QMetaObject::invokeMethod(
      this, [this, job] { finish(job); }, Qt::QueuedConnection);
}

void Engine::serveBetweenSteps(lift::Session& session) {
  while (const std::shared_ptr<Job> job = takeNext({}, true)) {
    QElapsedTimer taken;
    taken.start();
    const JobState state = job->run(session, lift::TaskContext{job->stop.get_token(), {}});
    between_steps_ms_ += taken.elapsed();
    handOver(job, state);
    const std::lock_guard lock(mutex_);
    nested_.reset();
  }
}

// The window's thread ------------------------------------------------------------------------------------------------

void Engine::drainProgress() {
  LatestProgress latest;
  {
    const std::lock_guard lock(mutex_);
    if (!progress_.fresh) return;
    latest = progress_;
    progress_.fresh = false;
  }
  if (running_ && running_->first == latest.id)
    Q_EMIT jobProgressed(latest.id, words(latest.phase), latest.done, latest.total);
}

JobState Engine::stateOf(const Job& job) const {
  const std::lock_guard lock(mutex_);
  return job.state;
}

void Engine::finish(const std::shared_ptr<Job>& job) {
  const JobState state = stateOf(*job);
  if (running_ && running_->first == job->id) {
    running_.reset();
    progress_timer_.stop();
  }
  if (isNewest(*job)) job->deliver();
  Q_EMIT jobFinished(job->id, state);
}

}   // namespace ui
