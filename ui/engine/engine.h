#pragma once
// Runs jobs on the engine's thread, which owns the Session, one after the other. Results come back as values on the
// window's thread, in order. Pages use it through Studio.
//
// Every job has an id and a slot. A newer job in a slot replaces a waiting older one and stops a running one, so that a
// slider that asks many times while it moves gets only the last answer; the result of the older job is dropped. A job
// that is cancelled while it waits reports Cancelled: every submitter hears of the end.
// Jobs marked `between_steps` also run during a training run, between two of its steps.
// Thread: the window's for all functions, except where a comment says otherwise.
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
  QString slot;                 // empty: replaces no other job
  bool between_steps = false;   // short and read-only: may run between the steps of a training run
  bool background = false;      // runs after all other jobs, even those submitted later
};

class Engine : public QObject {
  Q_OBJECT

 public:
  // Creates the Session on a new thread; sets `options.notices` itself.
  explicit Engine(lift::SessionOptions options, QObject* parent = nullptr);
  // Cancels the running job and waits for it, which takes at most one unit of work (a matrix, a microbatch, a token).
  ~Engine() override;

  // Calls body(Session&, const TaskContext&) -> Result<T> on the engine's thread, then done(Result<T>) on the window's,
  // unless `receiver` no longer exists or a newer job has taken the slot.
  template <typename Body, typename Done>
  JobId submit(JobOptions options, QObject* receiver, Body body, Done done);

  void cancelSlot(const QString& slot);

  bool busy() const;   // a job is running or waiting

  // Runs the waiting jobs that may run between steps. Called by a run's observer on the engine's thread.
  void serveBetweenSteps(lift::Session& session);
  // Total time of these jobs since the engine started: a repeated query can limit its share by it. Any thread.
  std::int64_t betweenStepsMs() const { return between_steps_ms_.load(); }

 Q_SIGNALS:
  void jobStarted(ui::JobId id, const QString& title);
  // total 0: unknown. At most 30 times a second.
  void jobProgressed(ui::JobId id, const QString& phase, qint64 done, qint64 total);
  void jobFinished(ui::JobId id, ui::JobState state);
  void noticeRaised(const QString& text, bool warning);

 private:
  struct Job {
    JobId id = 0;
    JobOptions options;
    std::stop_source stop;
    std::function<JobState(lift::Session&, const lift::TaskContext&)> run;   // stores its result for `deliver`
    std::function<void()> abandon;                                           // called in place of run: sets Cancelled
    std::function<void()> deliver;                                           // on the window's thread
    JobState state = JobState::Queued;                                       // protected by mutex_
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
  void handOver(const std::shared_ptr<Job>& job, JobState state);   // on either thread
  void finish(const std::shared_ptr<Job>& job);
  JobState stateOf(const Job& job) const;
  void drainProgress();
  bool isNewest(const Job& job) const;
  template <typename Matches>
  void cancelWhere(Matches matches, bool answered);

  lift::SessionOptions session_options_;
  mutable std::mutex mutex_;   // protects the queue, the progress and the states of jobs
  std::condition_variable_any wake_;
  std::deque<std::shared_ptr<Job>> queue_;
  std::shared_ptr<Job> current_, nested_;
  LatestProgress progress_;
  std::atomic<std::int64_t> between_steps_ms_{0};
  std::optional<std::pair<JobId, QString>> running_;   // window's thread only
  std::map<QString, JobId> newest_;                    // window's thread only: slot -> newest job
  JobId next_id_ = 1;
  QTimer progress_timer_;
  std::jthread thread_;   // last member: its destructor stops the thread before the others are destroyed
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
