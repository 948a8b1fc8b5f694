#include "ui/engine/duel_monitor.h"

#include "core/duel/duel_report.h"

using namespace Qt::StringLiterals;

namespace ui {

DuelMonitor::DuelMonitor(Studio& studio, QObject* parent) : QObject(parent), studio_(studio) {
  connect(&studio_.run(), &RunMonitor::finished, this, &DuelMonitor::runEnded);
}

void DuelMonitor::start(const lift::DuelConfig& config, const std::string& name) {
  open([config, name](lift::Session& session) { return lift::Duel::create(session.runs_directory(), name, config); });
}

void DuelMonitor::goOn(const std::filesystem::path& folder) {
  open([folder](lift::Session&) { return lift::Duel::open(folder); });
}

void DuelMonitor::open(Open body) {
  if (active()) return;
  error_.reset();
  stage_ = Stage::Preparing;
  Q_EMIT changed();
  studio_.engine().submit(
      {tr("Preparing the duel"), u"duel"_s, true}, this,
      [body = std::move(body)](lift::Session& session,
                               const lift::TaskContext&) -> lift::Result<std::shared_ptr<lift::Duel>> {
        LIFT_ASSIGN(lift::Duel duel, body(session));
        return std::make_shared<lift::Duel>(std::move(duel));
      },
      [this](lift::Result<std::shared_ptr<lift::Duel>> opened) {
        if (!opened.ok()) {
          error_ = opened.error();
          return end(Stage::Failed);
        }
        duel_ = std::move(*opened);
        state_ = duel_->state();
        folder_ = duel_->folder();
        const bool stopped = stage_ == Stage::Stopping;
        stage_ = Stage::Running;
        if (stopped) end(Stage::Stopped);
        else next();
      });
}

void DuelMonitor::next() {
  if (stage_ != Stage::Running || job_) return;
  const auto job = state_->next();
  if (!job) return end(Stage::Done);
  if (!studio_.run().active()) {
    job_ = job;
    studio_.run().sit(
        job->recipe, tr("Duel"),
        [duel = duel_](lift::Session& session, lift::RunControl& control, lift::TrainObserver& observer,
                       const lift::TaskContext& task) -> lift::Result<lift::RunOutcome> {
          auto outcome = duel->run_next(session, control, observer, task);
          if (!outcome.ok()) return outcome;
          LIFT_RETURN_IF_ERROR(lift::write_duel_report(duel->folder(), duel->state()));
          return outcome;
        },
        false);
  }
  Q_EMIT changed();
}

void DuelMonitor::runEnded() {
  // The queue, which heard of it before, has its turn first.
  const auto go_on = [this] { QMetaObject::invokeMethod(this, &DuelMonitor::next, Qt::QueuedConnection); };
  if (!job_) {
    if (stage_ == Stage::Running) go_on();
    return;
  }
  job_.reset();
  state_ = duel_->state();
  const RunMonitor& run = studio_.run();
  if (run.error()) {
    if (run.error()->code == lift::ErrorCode::Cancelled) return end(Stage::Stopped);
    error_ = run.error();
    return end(Stage::Failed);
  }
  const lift::RunState ended = run.outcome()->state;
  const bool counts = ended == lift::RunState::Done || ended == lift::RunState::Failed;
  if (!counts || stage_ == Stage::Stopping) return end(state_->next() ? Stage::Stopped : Stage::Done);
  go_on();
  Q_EMIT changed();
}

void DuelMonitor::stop() {
  if (!active()) return;
  const bool idle = stage_ == Stage::Running && !job_;
  stage_ = Stage::Stopping;
  if (idle) return end(Stage::Stopped);
  if (job_) studio_.run().stop(lift::StopKind::SaveAndStop);
  Q_EMIT changed();
}

void DuelMonitor::end(Stage stage) {
  stage_ = stage;
  duel_.reset();   // and with it the lock
  Q_EMIT changed();
}

}   // namespace ui
