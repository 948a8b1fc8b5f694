#pragma once
// The engine's thread, seen from the window. Jobs run one after the other on a thread of their own that owns the
// Session; results come back as values on the window's thread, in order. Used by pages through the StudioModel.
//
// Every job has an id and a slot. A newer job of a slot replaces an older one that waits, and stops one that runs:
// a slider that moves asks often, only the last question is answered. What an older job still says is dropped. A job
// that is cancelled while it waits is answered too, with Cancelled: whoever asked always hears the end.
// Jobs marked `between_steps` are also served while a run trains, at the boundary of a step.
// Thread: every function on the window's thread, but for what a job's body does.
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include "core/base/log.h"
#include "core/session/session.h"

namespace ui {

using JobId = std::int64_t;

enum class JobState : unsigned char { Queued, Running, Done, Cancelled, Failed };

struct JobOptions {
  QString title;                // "Loading the model"; shown in the status bar
  QString slot;                 // empty: replaces nothing
  bool between_steps = false;   // short, reads only: may run inside a training run
  bool background = false;      // after everything that was asked for, whenever that was
};

class Engine : public QObject {
  Q_OBJECT

 public:
  // Makes the Session on its own thread; `options.notices` is set by the engine.
  explicit Engine(lift::SessionOptions options, QObject* parent = nullptr);
  // Cancels what runs and waits for it: at most one unit of work (a matrix, a microbatch, a token).
  ~Engine() override;

  // body(Session&, const TaskContext&) -> Result<T>, on the engine's thread.
  // done(Result<T>) on the window's thread, unless `receiver` is gone or a newer job took the slot.
  template <typename Body, typename Done>
  JobId submit(JobOptions options, QObject* receiver, Body body, Done done);

  void cancelSlot(const QString& slot);

  bool busy() const;   // something runs or waits

  // Runs what waits and may run between steps; called by a run's observer on the engine's thread.
  void serveBetweenSteps(lift::Session& session);
  // What those have cost the run so far: whoever asks again and again keeps his share small.
  std::int64_t betweenStepsMs() const { return between_steps_ms_.load(); }

 Q_SIGNALS:
  void jobStarted(ui::JobId id, const QString& title);
  // total 0: not known. At most 30 times a second.
  void jobProgressed(ui::JobId id, const QString& phase, qint64 done, qint64 total);
  void jobFinished(ui::JobId id, ui::JobState state);
  void noticeRaised(const QString& text, bool warning);

 private:
  struct Job {
    JobId id = 0;
    JobOptions options;
    std::stop_source stop;
    std::function<JobState(lift::Session&, const lift::TaskContext&)> run;   // leaves its result in `deliver`
    std::function<void()> abandon;                                           // in place of run: the result is Cancelled
    std::function<void()> deliver;                                           // on the window's thread
    JobState state = JobState::Queued;                                       // under mutex_
  };
  struct LatestProgress {
    JobId id = 0;
    lift::Sentence phase;
    qint64 done = 0, total = 0;
    bool fresh = false;
  };

  JobId enqueue(std::shared_ptr<Job> job);
  void loop(const std::stop_token& stop);
  void execute(const std::shared_ptr<Job>& job, lift::Session& session);
  std::shared_ptr<Job> takeNext(const std::stop_token& stop, bool between_steps);
  bool waitForWork(std::unique_lock<std::mutex>& lock, const std::stop_token& stop);
  void handOver(const std::shared_ptr<Job>& job, JobState state);   // either thread
  void finish(const std::shared_ptr<Job>& job);
  JobState stateOf(const Job& job) const;
  void drainProgress();
  bool isNewest(const Job& job) const;
  template <typename Matches>
  void cancelWhere(Matches matches, bool answered);

  lift::SessionOptions session_options_;
  mutable std::mutex mutex_;   // guards the queue, the progress and what jobs have come to
  std::condition_variable_any wake_;
  std::deque<std::shared_ptr<Job>> queue_;
  std::shared_ptr<Job> current_, nested_;
  LatestProgress progress_;
  std::atomic<std::int64_t> between_steps_ms_{0};
  std::optional<std::pair<JobId, QString>> running_;   // window's thread
  std::map<QString, JobId> newest_;                    // window's thread: slot -> newest job
  JobId next_id_ = 1;
  QTimer progress_timer_;
  std::jthread thread_;   // last: stops before the rest goes
};

template <typename Body, typename Done>
JobId Engine::submit(JobOptions options, QObject* receiver, Body body, Done done) {
  using Outcome = decltype(body(std::declval<lift::Session&>(), std::declval<const lift::TaskContext&>()));
  auto outcome = std::make_shared<std::optional<Outcome>>();
  auto job = std::make_shared<Job>();
  job->options = std::move(options);
  job->run = [outcome, body = std::move(body)](lift::Session& session, const lift::TaskContext& task) mutable {
    outcome->emplace(body(session, task));
    if ((*outcome)->ok()) return JobState::Done;
    return (*outcome)->error().code == lift::ErrorCode::Cancelled ? JobState::Cancelled : JobState::Failed;
  };
  job->abandon = [outcome] { outcome->emplace(lift::Error{.code = lift::ErrorCode::Cancelled}); };
  job->deliver = [outcome, guard = QPointer<QObject>(receiver), done = std::move(done)]() mutable {
    if (guard && *outcome) done(std::move(**outcome));
  };
  return enqueue(std::move(job));
}

}   // namespace ui
